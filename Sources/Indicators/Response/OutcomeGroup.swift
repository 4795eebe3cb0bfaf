import Registers

/// The people of one row of the response table, each outcome with the organisations they come from.
struct OutcomeGroup: Sendable {
    /// What may be published, and what follows from it by subtraction.
    enum Cell: Sendable, CaseIterable {
        case invited, bounced, optedOut
        case reachable, answered
        /// Reachable without a counted response.
        case silent
        case partial, complete
        case draft
        /// Silent without a draft.
        case untouched
        case paired
        /// Answered without an answer in the first wave.
        case unpaired
    }

    private var people: [Cell: Int] = [:]
    private var organisations: [Cell: Set<OrganisationKey>] = [:]

    /// Adds people. One who answered was reached, whatever the letters say, so the reachable are never fewer than
    /// the answers; the parts never more than their whole.
    mutating func add(_ tally: OutcomeTally) {
        let counts = tally.counts
        let answered = counts.answered
        let reachable = max(counts.reachable, answered)
        let draft = min(counts.draft, reachable - answered)
        let paired = min(counts.paired, answered)
        let cells: [(Cell, Int)] = [
            (.invited, counts.invited), (.bounced, counts.bounced), (.optedOut, counts.optedOut),
            (.reachable, reachable), (.answered, answered), (.silent, reachable - answered),
            (.partial, counts.partial), (.complete, counts.complete), (.draft, draft),
            (.untouched, reachable - answered - draft), (.paired, paired), (.unpaired, answered - paired),
        ]
        for (cell, count) in cells where count > 0 {
            people[cell, default: 0] += count
            if let organisation = tally.organisation { organisations[cell, default: []].insert(organisation) }
        }
    }

    subscript(cell: Cell) -> Int { people[cell] ?? 0 }

    func reason(_ cell: Cell, _ rules: DisclosureRules) -> Withheld? {
        rules.reason(people: self[cell], organisations: organisations[cell]?.count ?? 0)
    }

    /// Why the first of the cells that are withheld for their own sake is so.
    func reason(_ cells: [Cell], _ rules: DisclosureRules) -> Withheld? {
        cells.lazy.compactMap { reason($0, rules) }.first
    }
}
