import Operations
import Participants
import Wording

extension ComparedList {
    /// What people read of it.
    ///
    /// - Parameter limit: how many people of a group are named; `nil` for all.
    func lines(limit: Int?) -> [String] {
        if isRepeated {
            return [
                say(
                    "  Filen är redan inläst; en inläsning ändrar inget.",
                    "  The file was imported before; an import changes nothing.")
            ]
        }
        let groups: [(String, [Person])] = [
            (say("Nya", "New"), new),
            (say("Kända sedan förr, nya på konferensen", "Known before, new at the conference"), newHere),
            (say("Avbokade i lagret, anmälda igen", "Cancelled in the store, registered again"), registeredAgain),
            (
                say(
                    "Ändrade; det som är lagrat står kvar, det som var tomt fylls i",
                    "Changed; what is stored stays, what was empty is filled"), changed
            ),
            (say("Avbokade", "Cancelled"), cancelled),
            (
                say(
                    "Avbokade i filen men inte i lagret; inget ändras, avgör själv",
                    "Cancelled in the file and not in the store; nothing changes, decide yourself"), statusConflicts
            ),
            (
                say(
                    "Adressen är lagrad med ett annat namn; inget ändras, avgör själv",
                    "The address is stored with another name; nothing changes, decide yourself"), nameConflicts
            ),
            (
                say(
                    "I lagret från en tidigare fil men inte i den här; inget ändras",
                    "In the store from an earlier file and not in this one; nothing changes"), missing
            ),
        ]
        return [summary]
            + groups.filter { !$0.1.isEmpty }.flatMap { words, people in
                let shown = people.prefix(limit ?? people.count)
                let rest = people.count - shown.count
                return ["  \(words): \(people.count)"] + shown.map { "    \(Self.words(of: $0))" }
                    + (rest > 0
                        ? [say("    och \(rest) till (alla med --json)", "    and \(rest) more (all with --json)")]
                        : [])
            }
    }

    private var summary: String {
        say(
            "  Jämfört med de \(storedBefore) som är lagrade för konferensen: oförändrade \(unchanged), redan avbokade "
                + "\(cancelledBefore)",
            "  Compared with the \(storedBefore) who are stored for the conference: unchanged \(unchanged), cancelled "
                + "before \(cancelledBefore)")
    }

    private static func words(of person: Person) -> String {
        var parts: [String] = []
        if let line = person.line { parts.append(say("rad \(line)", "line \(line)")) }
        parts.append(ShownName.text(person.name)[InterfaceLanguage.current])
        if person.name.isEmpty, let id = person.participant { parts.append(id) }
        if let status = person.status.flatMap(RegistrationStatus.init) {
            parts.append(status.label[InterfaceLanguage.current])
        }
        if let file = person.file { parts.append(file) }
        return (parts + (person.differences ?? []).map(words)).joined(separator: "; ")
    }

    private static func words(_ difference: Difference) -> String {
        let field =
            switch difference.field {
            case .name: say("namn", "name")
            case .municipality: say("kommun", "municipality")
            case .county: say("län", "county")
            case .organisation: say("organisation", "organisation")
            case .role: say("roll", "role")
            case .themes: say("seminarier", "seminars")
            }
        let listed = difference.listed.replacing("|", with: ", ")
        let stored = (difference.stored ?? "").replacing("|", with: ", ")
        return switch difference.effect {
        case .filled: say("\(field) fylls i: \(listed)", "\(field) is filled: \(listed)")
        case .added: say("\(field) tillkommer: \(listed)", "\(field) are added: \(listed)")
        case .kept:
            say(
                "\(field): \(stored) står kvar, filen säger \(listed)",
                "\(field): \(stored) stays, the file says \(listed)"
            )
        }
    }
}
