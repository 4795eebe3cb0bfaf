import Registers

/// The replies to one roster item in one wave, counted.
struct RosterGroup: Sendable {
    private(set) var answered = PeopleCount()
    /// People who named an organisation of the sector, and those who did not.
    private(set) var naming: [Sector: PeopleCount] = [:]
    private(set) var notNaming: [Sector: PeopleCount] = [:]
    /// Organisations named, by all together.
    private(set) var contacts = 0
    /// People whose own sector is known, and the organisations of other known sectors that they named.
    private(set) var withSector = PeopleCount()
    private(set) var contactsOfOtherSectors = 0
    /// Whether one to four people answered the survey without answering the item.
    var hasSmallRest = false

    func reason(_ rules: DisclosureRules) -> Withheld? {
        answered.reason(rules) ?? (hasSmallRest ? .smallCount : nil)
    }

    /// How many people, from which organisations.
    struct PeopleCount: Sendable {
        var people = 0
        var organisations: Set<OrganisationKey> = []

        mutating func add(_ organisation: OrganisationKey?) {
            people += 1
            if let organisation { organisations.insert(organisation) }
        }

        func reason(_ rules: DisclosureRules) -> Withheld? {
            rules.reason(people: people, organisations: organisations.count)
        }
    }

    mutating func add(_ reply: RosterReply, sectors: Set<Sector>, sectorOf: (OrganisationKey) -> Sector) {
        let named = reply.named.map(sectorOf)
        answered.add(reply.organisation)
        contacts += named.count
        for sector in sectors {
            if named.contains(sector) {
                naming[sector, default: PeopleCount()].add(reply.organisation)
            } else {
                notNaming[sector, default: PeopleCount()].add(reply.organisation)
            }
        }
        if reply.sector != .unknown {
            withSector.add(reply.organisation)
            contactsOfOtherSectors += named.count { $0 != .unknown && $0 != reply.sector }
        }
    }
}
