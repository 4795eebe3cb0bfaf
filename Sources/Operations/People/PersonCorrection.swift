public import Chronology
public import Registers
public import Storage
public import Wording

/// What somebody at the board knows better than the lists: replaces what is stored about a person.
public struct PersonCorrection: Sendable, Hashable {
    /// `nil` leaves what is stored.
    public var name: String?
    public var role: String?
    /// As it is written; matched exactly with the frame, else kept as the name it is.
    public var organisation: String?
    /// A code or a name of the frame.
    public var municipality: String?

    public init(name: String? = nil, role: String? = nil, organisation: String? = nil, municipality: String? = nil) {
        self.name = name
        self.role = role
        self.organisation = organisation
        self.municipality = municipality
    }

    public var isEmpty: Bool { self == PersonCorrection() }

    /// The person as corrected; their county follows the municipality.
    ///
    /// - Throws: ``UnknownMunicipality`` for a text that is none exactly.
    public func applied(
        to person: ParticipantRecord, _ frame: Frame, at now: Timestamp
    ) throws(UnknownMunicipality) -> ParticipantRecord {
        var corrected = person
        let matcher = NameMatcher(frame)
        if let name { corrected.name = name }
        if let role { corrected.role = role.isEmpty ? nil : role }
        if let organisation {
            let key: OrganisationKey? =
                switch matcher.exactMatch(organisation) {
                case .municipality(let code, _): .municipality(code)
                case .council(let id): .council(id)
                case .agency(let id): .agency(id)
                case .ambiguous, .unmatched: organisation.isEmpty ? nil : .named(folded: Fold.folded(organisation))
                }
            corrected.organisationKey = key
            corrected.organisationName = organisation.isEmpty ? nil : organisation
            corrected.organisationType = key.flatMap(frame.type) ?? .unknown
        }
        if let municipality {
            guard case .municipality(let code, .exact) = matcher.exactMatch(municipality) else {
                throw UnknownMunicipality(written: municipality)
            }
            corrected.municipality = code
            corrected.county = frame.municipality(code)?.county
        }
        if corrected != person { corrected.updatedAt = now }
        return corrected
    }
}

/// A text that is no municipality's name or code.
public struct UnknownMunicipality: Error, Sendable, Hashable {
    public let written: String
}

extension UnknownMunicipality: ToldFailure {
    public var words: LocalizedText {
        LocalizedText(
            "Det finns ingen kommun \(written). Skriv namnet eller koden, till exempel Jönköping eller 0680.",
            "There is no municipality \(written). Write the name or the code, for example Jönköping or 0680.")
    }
}
