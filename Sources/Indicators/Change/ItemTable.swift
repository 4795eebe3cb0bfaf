import Registers
import Statistics
import Surveying

/// One item's pairs, for the nation and by conference.
struct ItemTable: Sendable {
    let item: PairedItem
    let wavePair: WavePair
    private var nation = ChangeGroup()
    private var conferences: [ConferenceID: ChangeGroup] = [:]

    var nationCounts: PairCounts { nation.counts }

    init(_ item: PairedItem, _ wavePair: WavePair) {
        self.item = item
        self.wavePair = wavePair
    }

    /// In the nation people cluster by conference, at one conference by organisation.
    mutating func add(_ counts: PairCounts, of cluster: ClusterTable) {
        guard !counts.isEmpty else { return }
        nation.add(counts, organisation: cluster.organisation, cluster: cluster.conference.rawValue)
        conferences[cluster.conference, default: ChangeGroup()]
            .add(counts, organisation: cluster.organisation, cluster: cluster.organisation?.rawValue)
    }

    /// Nothing for an item that nobody answered.
    func changes(level: ConfidenceLevel, rules: DisclosureRules, answered: AnsweredPeople) -> [ItemChange] {
        guard !nation.counts.isEmpty else { return [] }
        let rows = conferences.sorted { $0.key < $1.key }
        let control = ChangeDisclosure(
            nation: ChangeDisclosure.Row(group: nation, answered: answered.nation(wavePair)),
            rows: rows.map {
                ChangeDisclosure.Row(group: $0.value, answered: answered.conference($0.key, wavePair))
            }, isKnowledge: item.isKnowledge, rules: rules)
        var whole = change(.nation, nation, control.nation, level, rules)
        whole.firstOnly = control.once.map { .withheld($0) } ?? .value(nation.counts.firstOnly)
        whole.secondOnly = control.once.map { .withheld($0) } ?? .value(nation.counts.secondOnly)
        let parts = zip(rows, control.rows).map { row, reasons in
            change(.conference(row.key), row.value, reasons, level, rules)
        }
        return [whole] + parts
    }

    private func change(
        _ breakdown: Breakdown, _ group: ChangeGroup, _ reasons: ChangeDisclosure.Reasons, _ level: ConfidenceLevel,
        _ rules: DisclosureRules
    ) -> ItemChange {
        let pairs: Shown<Int> = reasons.pairs.map { .withheld($0) } ?? .value(group.counts.pairs)
        return ItemChange(
            item: item.name.rawValue, text: item.text, wavePair: wavePair, breakdown: breakdown, pairs: pairs,
            measure: measure(group, reasons.parts, level, rules), clusters: pairs.map { _ in group.clusterSums.count })
    }

    private func measure(
        _ group: ChangeGroup, _ reason: Withheld?, _ level: ConfidenceLevel, _ rules: DisclosureRules
    ) -> ItemChange.Measure {
        func shown<Value>(_ value: (_ pairs: Double) -> Value) -> Shown<Value> {
            if group.counts.pairs == 0 { return .undefined(.noPairs) }
            if let reason { return .withheld(reason) }
            return .value(value(Double(group.counts.pairs)))
        }
        let counts = group.counts
        let difference = shown { pairs in
            IntervalEstimate(
                value: Double(counts.higher - counts.lower) / pairs, interval: interval(group, level, rules))
        }
        if item.isKnowledge {
            return .knowledge(
                shareFirst: shown { Double(counts.rightFirst) / $0 },
                shareSecond: shown { Double(counts.rightSecond) / $0 }, difference: difference)
        }
        return .scale(
            counts: shown { _ in Directions(higher: counts.higher, same: counts.same, lower: counts.lower) },
            netShareHigher: difference)
    }

    /// The interval and the difference tell how many changed either way, which the shares of right answers do not.
    private func interval(
        _ group: ChangeGroup, _ level: ConfidenceLevel, _ rules: DisclosureRules
    ) -> Shown<ConfidenceInterval> {
        let changed = [group.counts.higher, group.counts.lower]
        if changed.contains(where: { $0 > 0 && $0 < rules.people }) { return .withheld(.smallCount) }
        return ConfidenceInterval.ofChange(group, level: level)
    }
}
