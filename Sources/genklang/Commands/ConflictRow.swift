import Operations
import Participants
import Registers
import Storage
import Wording

/// A conflict as people and programs read it.
struct ConflictRow: Encodable {
    struct Choice: Encodable {
        var decision: String
        var person: Int?
        var municipality: String?
        /// In the interface's language.
        var words: String

        /// As it is written after `decide`.
        var written: String {
            decision + (person.map { $0 > 1 ? " --person \($0)" : "" } ?? "")
                + (municipality.map { " --municipality \($0)" } ?? "")
        }
    }

    var id: String
    var kind: String
    var file: String?
    var line: Int?
    var conference: String?
    /// What stood in the list about the municipality.
    var written: String?
    var question: String
    var choices: [Choice]

    init(_ conflict: Conflict, _ frame: Frame) {
        id = conflict.id
        kind = conflict.kind.rawValue
        file = conflict.place?.file
        line = conflict.place?.line
        conference = conflict.place?.conference.rawValue
        written = conflict.written
        question = Self.question(conflict, frame)
        choices = conflict.choices.map { Self.choice($0, conflict, frame) }
    }

    private static func question(_ conflict: Conflict, _ frame: Frame) -> String {
        let place = conflict.place.map { say("\($0.file) rad \($0.line): ", "\($0.file) line \($0.line): ") } ?? ""
        switch conflict.subject {
        case .address(let written, let email, let people):
            let row = shown(written) + work(conflict.rowPerson?.organisation.name, conflict.rowPerson?.role)
            let stored = people.map { name(of: $0) + work(of: $0) }.joined(separator: ", ")
            if people.isEmpty {
                return place
                    + say(
                        "Ingen har längre adressen \(email). Vem är \(row)?",
                        "Nobody has \(email) any longer. Who is \(row)?")
            }
            return place
                + say(
                    "\(row) har samma adress som \(stored) (\(email)). Är det samma person?",
                    "\(row) has the same address as \(stored) (\(email)). Is it one person?")
        case .municipality(let person, let doubt, let candidates):
            let names = candidates.map { Self.name(of: $0, frame) }
            let one = name(of: person)
            let said = conflict.written.map { say("; i listan står ”\($0)”", "; the list says \"\($0)\"") } ?? ""
            switch doubt {
            case .ambiguous:
                return place
                    + say(
                        "Kommunen för \(one) (\(person.email)) kan vara \(names.joined(separator: say(" eller ", " or ")))\(said). Vilken är det?",
                        "The municipality of \(one) (\(person.email)) may be \(names.joined(separator: say(" eller ", " or ")))\(said). Which is it?"
                    )
            case .unmatched:
                return place
                    + say(
                        "Kommunen för \(one) (\(person.email)) gick inte att utläsa\(said.isEmpty ? "; se vad som står i filen" : said). Vilken är det?",
                        "The municipality of \(one) (\(person.email)) could not be told\(said.isEmpty ? "; see what the file says" : said). Which is it?"
                    )
            case .conflict:
                let stored = person.municipality.map { Self.name(of: $0, frame) } ?? "–"
                return place
                    + say(
                        "Rader om \(one) (\(person.email)) anger olika kommuner: \(names.joined(separator: ", ")). Lagrad är \(stored). Vilken är rätt?",
                        "Rows about \(one) (\(person.email)) name several municipalities: \(names.joined(separator: ", ")). Stored is \(stored). Which is right?"
                    )
            }
        case .duplicate(let first, let second):
            let municipality = first.municipality.map { Self.name(of: $0, frame) } ?? ""
            return say(
                "\(name(of: first)), \(municipality), finns med två adresser: \(first.email)\(work(of: first)) och \(second.email)\(work(of: second)). Är det samma person?",
                "\(name(of: first)), \(municipality), is stored with two addresses: \(first.email)\(work(of: first)) and \(second.email)\(work(of: second)). Is it one person?"
            )
        }
    }

    private static func choice(_ decision: ConflictDecision, _ conflict: Conflict, _ frame: Frame) -> Choice {
        var choice = Choice(decision: decision.word, words: "")
        var people: [ParticipantRecord] = []
        var written = ""
        if case .address(let name, _, let stored) = conflict.subject { (written, people) = (shown(name), stored) }
        switch decision {
        case .same(let number):
            choice.person = number
            let stored = people.indices.contains(number - 1) ? name(of: people[number - 1]) : ""
            choice.words = say(
                "Samma person som \(stored); behåll det namnet", "The same person as \(stored); keep that name")
        case .newName(let number):
            choice.person = number
            let stored = people.indices.contains(number - 1) ? name(of: people[number - 1]) : ""
            choice.words = say(
                "Samma person som \(stored), som nu heter \(written)",
                "The same person as \(stored), now named \(written)")
        case .shared:
            choice.words =
                people.isEmpty
                ? say("En person att lagra", "A person to store")
                : say(
                    "En annan person som delar adressen: ett brev, var sin länk",
                    "Another person, who shares the address: one letter, a link each")
        case .ignore: choice.words = say("Ingen som ska lagras", "Nobody to store")
        case .municipality(let code):
            choice.municipality = code.rawValue
            choice.words = "\(name(of: code, frame)) (\(code))"
        case .asStored: choice.words = say("Låt det vara som det är", "Leave it as it is")
        case .merge: choice.words = say("En person: slå samman", "One person: merge")
        case .different: choice.words = say("Två personer; fråga inte igen", "Two people; do not ask again")
        }
        return choice
    }

    private static func shown(_ name: String) -> String { ShownName.text(name)[InterfaceLanguage.current] }

    private static func name(of person: ParticipantRecord) -> String {
        shown(person.name)
    }

    private static func work(of person: ParticipantRecord) -> String { work(person.organisationName, person.role) }

    /// ` (Kalmar kommun, rektor)`, or nothing where neither is known.
    private static func work(_ organisation: String?, _ role: String?) -> String {
        let known = [organisation, role].compactMap(\.self).filter { !$0.isEmpty }
        return known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    }

    private static func name(of code: MunicipalityCode, _ frame: Frame) -> String {
        frame.municipality(code)?.name ?? code.rawValue
    }
}
