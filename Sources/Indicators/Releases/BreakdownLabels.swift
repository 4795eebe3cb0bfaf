public import Registers
public import Wording

/// The headings of rows; what has none is called by its identifier.
public struct BreakdownLabels: Sendable, Hashable {
    public var conferences: [ConferenceID: LocalizedText]
    public var organisationTypes: [OrganisationTypeID: LocalizedText]

    public init(
        conferences: [ConferenceID: LocalizedText] = [:],
        organisationTypes: [OrganisationTypeID: LocalizedText] = [:]
    ) {
        self.conferences = conferences
        self.organisationTypes = organisationTypes
    }

    public subscript(breakdown: Breakdown) -> LocalizedText {
        switch breakdown {
        case .nation: LocalizedText("Hela landet", "The whole country")
        case .conference(let id): conferences[id] ?? LocalizedText(id.rawValue, id.rawValue)
        case .organisationType(let id): organisationTypes[id] ?? LocalizedText(id.rawValue, id.rawValue)
        }
    }
}
