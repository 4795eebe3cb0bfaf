public import Wording

/// A kind of organisation: what figures are broken down by.
public struct OrganisationType: Sendable, Hashable {
    public let id: OrganisationTypeID
    public let label: LocalizedText
    public let sector: Sector
    public let role: MandateRole
}

extension OrganisationTypeID {
    public static let municipality = OrganisationTypeID("kommun")
    public static let countyCouncil = OrganisationTypeID("landsting_region")
    public static let countyBoard = OrganisationTypeID("lansstyrelse")
    public static let unknown = OrganisationTypeID("okand")
}
