public import Registers
public import Surveying

/// One person's answer to one roster item: whom they want to meet (D1), talked with (R2), have contact with (R1).
public struct RosterReply: Sendable, Hashable {
    public var item: ItemName
    public var wave: Wave
    /// `nil` for a person without an organisation, who counts as none in the rule of organisations.
    public var organisation: OrganisationKey?
    /// The person's own.
    public var sector: Sector
    /// Those named, one's own left out; empty for *none of them*.
    public var named: Set<OrganisationKey>

    public init(
        item: ItemName, wave: Wave, organisation: OrganisationKey?, sector: Sector, named: Set<OrganisationKey>
    ) {
        self.item = item
        self.wave = wave
        self.organisation = organisation
        self.sector = sector
        self.named = named
    }
}
