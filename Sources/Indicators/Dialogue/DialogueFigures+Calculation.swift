public import Registers
public import Surveying
public import Wording

extension DialogueFigures {
    /// Contacts by sector and per person, by item and wave; the order of the replies does not matter.
    ///
    /// A share of people is withheld if those who named the sector or those who did not are a small group, and if
    /// everybody or nobody did. Means need the answers of 5 people from 3 organisations. A person without a known
    /// sector, and an organisation without one, count in no mean of other sectors.
    ///
    /// - Parameters:
    ///   - items: the roster items in the order they are reported, with their text.
    ///   - sectors: of the organisations on the rosters; a municipality or county council is known by its key.
    ///   - answered: those who answered the surveys. An item that all but a few of them answered is withheld.
    public init(
        replies: [RosterReply], items: [(name: ItemName, text: LocalizedText)],
        sectors: [OrganisationKey: Sector], answered: AnsweredPeople = AnsweredPeople(),
        rules: DisclosureRules = .standard
    ) {
        func sector(_ key: OrganisationKey) -> Sector {
            if let sector = sectors[key] { return sector }
            if key.rawValue.hasPrefix("municipality:") { return .municipal }
            return key.rawValue.hasPrefix("council:") ? .regional : .unknown
        }
        self.init(bySector: [], perPerson: [])
        for item in items {
            for wave in Wave.allCases {
                let mine = replies.filter { $0.item == item.name && $0.wave == wave }
                guard !mine.isEmpty else { continue }
                let reported = Set(sectors.values).union(mine.flatMap { $0.named.map(sector) }).subtracting([.unknown])
                var group = RosterGroup()
                for reply in mine { group.add(reply, sectors: reported, sectorOf: sector) }
                if let all = answered.nation[wave], all.isShown {
                    let rest = all.people - group.answered.people
                    group.hasSmallRest = rest > 0 && rest < rules.people
                }
                bySector += Sector.allCases.filter(reported.contains).map {
                    SectorContacts(item.name, wave, $0, group, rules)
                }
                perPerson.append(RosterMean(item.name, item.text, wave, group, rules))
            }
        }
    }
}

extension SectorContacts {
    fileprivate init(
        _ item: ItemName, _ wave: Wave, _ sector: Sector, _ group: RosterGroup, _ rules: DisclosureRules
    ) {
        let naming = group.naming[sector] ?? RosterGroup.PeopleCount()
        let others = group.notNaming[sector] ?? RosterGroup.PeopleCount()
        let reason: Withheld? =
            group.reason(rules) ?? naming.reason(rules) ?? others.reason(rules)
            ?? (naming.people == 0 || others.people == 0 ? .everyoneAlike : nil)
        self.init(
            item: item.rawValue, wave: wave, sector: sector.rawValue, sectorLabel: sector.label,
            people: reason.map { .withheld($0) } ?? .value(naming.people),
            answered: group.reason(rules).map { .withheld($0) } ?? .value(group.answered.people),
            share: reason.map { .withheld($0) } ?? .value(Double(naming.people) / Double(group.answered.people)))
    }
}

extension RosterMean {
    fileprivate init(
        _ item: ItemName, _ text: LocalizedText, _ wave: Wave, _ group: RosterGroup, _ rules: DisclosureRules
    ) {
        func mean(_ contacts: Int, _ people: RosterGroup.PeopleCount) -> Shown<Double> {
            if people.people == 0 { return .undefined(.noAnswers) }
            if let reason = group.reason(rules) ?? people.reason(rules) { return .withheld(reason) }
            // A mean of zero says of each of them that they named nobody.
            return contacts == 0 ? .withheld(.everyoneAlike) : .value(Double(contacts) / Double(people.people))
        }
        self.init(
            item: item.rawValue, text: text, wave: wave,
            answered: group.reason(rules).map { .withheld($0) } ?? .value(group.answered.people),
            mean: mean(group.contacts, group.answered),
            meanOtherSector: mean(group.contactsOfOtherSectors, group.withSector))
    }
}
