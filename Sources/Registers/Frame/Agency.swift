public import Wording

/// An agency or another body outside the target group that the mandate names.
public struct Agency: Sendable, Hashable {
    public let id: AgencyID
    /// `Statens skolverk`, `Swedish National Agency for Education`.
    public let name: LocalizedText
    /// `Skolverket`.
    public let shortName: String
    public let laterName: String?
    public let abbreviations: [String]
    public let type: OrganisationTypeID
    public let role: MandateRole
    /// The county of a county administrative board.
    public let county: CountyCode?

    /// The board it is, if it is a county administrative board.
    public var board: BoardID? { county == nil ? nil : BoardID(id.rawValue) }
}
