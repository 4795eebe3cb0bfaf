import Participants
import Registers
import Storage

/// One field in which a list and the store differ about a person.
public struct PersonDifference: Sendable, Hashable {
    public enum Field: String, Sendable, Hashable, CaseIterable, Codable {
        case name, municipality, county, organisation, role, themes
    }

    public enum Effect: String, Sendable, Hashable, Codable {
        /// It is empty in the store, and would be filled.
        case filled
        /// Themes that would be added to those chosen.
        case added
        /// The store has something else, which stays.
        case kept
    }

    public var field: Field
    public var effect: Effect
    /// What is stored; a municipality and a county as their codes, several themes with `|` between them.
    public var stored: String?
    public var listed: String
}

extension PersonDifference {
    /// - Parameters:
    ///   - filled: the stored person as an import would leave them.
    ///   - chosen: the themes of the registration that is there; `nil` where there is none.
    static func all(
        _ listed: CleanParticipant, stored: ParticipantRecord, filled: ParticipantRecord, chosen: Set<ThemeID>?
    ) -> [PersonDifference] {
        var differences: [PersonDifference] = []
        func compare(_ field: Field, _ stored: String?, _ filled: String?, _ listed: String?) {
            guard let listed, !listed.isEmpty, listed != stored else { return }
            differences.append(
                PersonDifference(
                    field: field, effect: filled == stored ? .kept : .filled, stored: stored, listed: listed)
            )
        }
        compare(.name, stored.name, filled.name, listed.name)
        compare(
            .municipality, stored.municipality?.rawValue, filled.municipality?.rawValue, listed.municipality?.rawValue)
        if listed.municipality == nil {
            compare(.county, stored.county?.rawValue, filled.county?.rawValue, listed.county?.rawValue)
        }
        if listed.organisation.key != stored.organisationKey {
            compare(.organisation, stored.organisationName, filled.organisationName, listed.organisation.name)
        }
        compare(.role, stored.role, filled.role, listed.role)
        if let chosen, !listed.themes.isEmpty, Set(listed.themes) != chosen {
            differences.append(
                PersonDifference(
                    field: .themes, effect: chosen.isSuperset(of: listed.themes) ? .kept : .added,
                    stored: chosen.sorted().map(\.rawValue).joined(separator: "|"),
                    listed: listed.themes.map(\.rawValue).joined(separator: "|")))
        }
        return differences
    }
}
