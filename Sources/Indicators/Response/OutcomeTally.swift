public import Registers
public import Surveying

/// What became of the people of one organisation at one conference in one wave; what response figures are
/// calculated from. Never shown.
public struct OutcomeTally: Sendable, Hashable {
    public var wave: Wave
    public var conference: ConferenceID
    public var organisationType: OrganisationTypeID
    /// `nil` for all who have no organisation; they count as none in the rule of organisations.
    public var organisation: OrganisationKey?
    public var counts: ResponseCounts

    public init(
        wave: Wave, conference: ConferenceID, organisationType: OrganisationTypeID, organisation: OrganisationKey?,
        counts: ResponseCounts
    ) {
        self.wave = wave
        self.conference = conference
        self.organisationType = organisationType
        self.organisation = organisation
        self.counts = counts
    }
}
