import Mailing
import Participants
import SourceText
import Storage
import Wording

/// What one letter says to several people who share its address.
enum SharedLetter {
    /// `Anna Ek och Bo Ål`; whoever has no name is left out.
    static func salutation(_ names: [String]) -> LocalizedText {
        let names = names.filter { !$0.isEmpty }
        func list(_ and: String) -> String {
            guard let last = names.last, names.count > 1 else { return names.first ?? "" }
            return names.dropLast().joined(separator: ", ") + " \(and) " + last
        }
        return LocalizedText(list("och"), list("and"))
    }

    /// What stands before a person's link.
    static func label(_ name: String, number: Int) -> LocalizedText {
        name.isEmpty ? LocalizedText("Person \(number)", "Person \(number)") : LocalizedText(name, name)
    }
}

extension Sending {
    /// The people of each address, in the order of their numbers; addresses in the order of their first person.
    static func groups(sharingAddresses people: [ParticipantRecord]) -> [[ParticipantRecord]] {
        var order: [String] = []
        var groups: [String: [ParticipantRecord]] = [:]
        for person in people {
            let key = SharedAddress.addressKey(of: person.emailKey)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(person)
        }
        return order.compactMap { key in
            groups[key]?.sorted {
                SharedAddress.personNumber(of: $0.emailKey) < SharedAddress.personNumber(of: $1.emailKey)
            }
        }
    }

    /// A wave whose link stands in `[text](…)` has no room for two, and is refused before anyone is frozen.
    static func refuseLinksAsTargets(_ wave: LetterWave) throws(SendingError) {
        guard wave.survey != nil else { return }
        let faults = Language.allCases.map { wave.body[$0] }.filter(\.surveyLinkIsTarget).map { template in
            Diagnostic(
                file: template.file, "People share an address, and the link has room for one of them.",
                advice: "Write {{survey_link}} on a line of its own instead of [text]({{survey_link}}).")
        }
        guard faults.isEmpty else { throw .missing(Diagnostics(faults)) }
    }
}
