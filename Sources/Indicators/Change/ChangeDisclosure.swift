import Registers
import Surveying

/// What of one item's changes is withheld, and why: for the nation and, in the order given, its conferences.
struct ChangeDisclosure: Sendable {
    struct Reasons: Sendable {
        /// `nil` where the number of pairs is shown.
        var pairs: Withheld?
        /// Of the directions or shares, the difference and its interval.
        var parts: Withheld?
    }

    /// A row of the table with those who answered the two surveys there.
    struct Row: Sendable {
        var group: ChangeGroup
        var answered: AnsweredPair
    }

    private(set) var nation = Reasons()
    private(set) var rows: [Reasons]
    /// Why the nation's numbers of those with a value in one wave only are withheld.
    private(set) var once: Withheld?

    init(nation whole: Row, rows groups: [Row], isKnowledge: Bool, rules: DisclosureRules) {
        rows = groups.map { _ in Reasons() }
        withholdPairs(of: whole, groups, rules)
        withholdParts(of: whole, groups, isKnowledge, rules)
        once = Self.onceReason(whole, pairs: nation.pairs, rules)
    }

    /// The rows' pairs add up to the nation's, and each row's pairs are among those who answered there.
    private mutating func withholdPairs(of whole: Row, _ groups: [Row], _ rules: DisclosureRules) {
        nation.pairs = Self.pairsReason(whole, rules)
        for (index, row) in groups.enumerated() where row.group.counts.pairs > 0 {
            rows[index].pairs = Self.pairsReason(row, rules)
            if rows[index].pairs == nil, row.answered.known.contains(where: { !$0.isShown }) {
                rows[index].pairs = .complementary
            }
        }
        guard nation.pairs == nil else { return }
        let hidden = LinkedSuppression.hiddenRows(
            zip(groups, rows).map { row, reasons in
                LinkedSuppression.Row(
                    count: row.group.counts.pairs, isPrimary: reasons.pairs != nil,
                    wholes: row.answered.known.map { LinkedSuppression.Whole(people: $0.people, isShown: $0.isShown) })
            }, width: rules.width)
        guard let hidden else {
            nation.pairs = .complementary
            return
        }
        for index in hidden where rows[index].pairs == nil { rows[index].pairs = .complementary }
    }

    /// Pairs are withheld where they, or those who answered a survey without being one of them, are a small group.
    private static func pairsReason(_ row: Row, _ rules: DisclosureRules) -> Withheld? {
        if let reason = row.group.reason(\.pairs, rules) { return reason }
        guard row.group.counts.pairs > 0 else { return nil }
        return row.answered.known.lazy.filter(\.isShown)
            .compactMap { row.group.reason(leftOf: $0, taking: [\.pairs], rules) }.first
    }

    /// Those with a value in one wave only, and those who answered that survey without any value: each follows from
    /// the other.
    private static func onceReason(_ whole: Row, pairs: Withheld?, _ rules: DisclosureRules) -> Withheld? {
        if let reason = pairs ?? whole.group.reason(\.firstOnly, rules) ?? whole.group.reason(\.secondOnly, rules) {
            return reason
        }
        func rest(_ answered: AnsweredPeople.Group?, _ once: KeyPath<PairCounts, Int>) -> Withheld? {
            guard let answered, answered.isShown else { return nil }
            return whole.group.reason(leftOf: answered, taking: [\.pairs, once], rules)
        }
        return rest(whole.answered.first, \.firstOnly) ?? rest(whole.answered.second, \.secondOnly)
    }

    /// The rows' parts add up to the nation's, and each row's to its pairs.
    private mutating func withholdParts(
        of whole: Row, _ groups: [Row], _ isKnowledge: Bool, _ rules: DisclosureRules
    ) {
        nation.parts = nation.pairs ?? whole.group.partsReason(isKnowledge: isKnowledge, rules)
        for (index, row) in groups.enumerated() {
            rows[index].parts = rows[index].pairs ?? row.group.partsReason(isKnowledge: isKnowledge, rules)
        }
        guard nation.parts == nil else { return }
        let hidden = PartitionSuppression.hiddenRows(
            zip(groups, rows).map { row, reasons in
                PartitionSuppression.Row(
                    total: row.group.counts.pairs, partitions: row.group.partitions(isKnowledge: isKnowledge),
                    isPrimary: reasons.parts != nil, isTotalHidden: reasons.pairs != nil,
                    most: row.answered.known.map(\.people).min())
            }, width: rules.width)
        guard let hidden else {
            nation.parts = .complementary
            return
        }
        for index in hidden where rows[index].parts == nil { rows[index].parts = .complementary }
    }
}
