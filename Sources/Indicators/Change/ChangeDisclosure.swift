/// What of one item's changes is withheld, and why: for the nation and, in the order given, its conferences.
struct ChangeDisclosure: Sendable {
    struct Reasons: Sendable {
        /// A column without a reason is shown.
        var columns: [ChangeGroup.Column: Withheld] = [:]
        /// Of the directions or shares, the difference and its interval.
        var parts: Withheld?
    }

    private(set) var nation = Reasons()
    private(set) var rows: [Reasons]

    /// - Parameter withheld: rows whose counts are withheld whatever they are.
    init(
        nation whole: ChangeGroup, rows groups: [ChangeGroup], withheld: Set<Int>, isKnowledge: Bool,
        rules: DisclosureRules
    ) {
        rows = groups.map { _ in Reasons() }
        for column in ChangeGroup.Column.allCases {
            withhold(column, of: whole, groups, withheld, rules)
        }
        withholdParts(of: whole, groups, isKnowledge, rules)
    }

    /// The rows' counts add up to the nation's.
    private mutating func withhold(
        _ column: ChangeGroup.Column, of whole: ChangeGroup, _ groups: [ChangeGroup], _ withheld: Set<Int>,
        _ rules: DisclosureRules
    ) {
        nation.columns[column] = whole.reason(column, rules)
        for (index, group) in groups.enumerated() where group[column] > 0 {
            rows[index].columns[column] =
                group.reason(column, rules) ?? (withheld.contains(index) ? .complementary : nil)
        }
        guard nation.columns[column] == nil else { return }
        let hidden = OneWaySuppression.hiddenRows(
            groups.map { [$0[column]] }, primary: rows.map { [$0.columns[column] != nil] }, width: rules.width)
        guard let hidden else {
            nation.columns[column] = .complementary
            return
        }
        for index in hidden where rows[index].columns[column] == nil {
            rows[index].columns[column] = .complementary
        }
    }

    /// The rows' parts add up to the nation's, and each row's to its pairs.
    private mutating func withholdParts(
        of whole: ChangeGroup, _ groups: [ChangeGroup], _ isKnowledge: Bool, _ rules: DisclosureRules
    ) {
        nation.parts = nation.columns[.pairs] ?? whole.partsReason(isKnowledge: isKnowledge, rules)
        for (index, group) in groups.enumerated() {
            rows[index].parts = rows[index].columns[.pairs] ?? group.partsReason(isKnowledge: isKnowledge, rules)
        }
        guard nation.parts == nil else { return }
        let hidden = PartitionSuppression.hiddenRows(
            zip(groups, rows).map { group, reasons in
                PartitionSuppression.Row(
                    total: group.counts.pairs, partitions: group.partitions(isKnowledge: isKnowledge),
                    isPrimary: reasons.parts != nil, isTotalHidden: reasons.columns[.pairs] != nil)
            }, width: rules.width)
        guard let hidden else {
            nation.parts = .complementary
            return
        }
        for index in hidden where rows[index].parts == nil { rows[index].parts = .complementary }
    }
}
