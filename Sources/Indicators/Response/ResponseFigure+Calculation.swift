import Registers
import Surveying

extension ResponseFigure {
    /// Response by wave: the nation with its outcome codes, then conferences and organisation types with the rate
    /// and its two counts, in the order of their identifiers.
    ///
    /// A row shows its counts together or not at all, for each follows from the others. Rows without anybody
    /// invited or reachable are left out. The order of the tallies does not matter.
    public static func figures(
        of tallies: [OutcomeTally], labels: BreakdownLabels = BreakdownLabels(), rules: DisclosureRules = .standard
    ) -> [ResponseFigure] {
        Wave.allCases.flatMap { wave in
            ResponseTable(tallies.filter { $0.wave == wave }, wave: wave, rules: rules).figures(labels)
        }
    }
}

/// Response in one wave.
private struct ResponseTable {
    let wave: Wave
    let rules: DisclosureRules
    var nation = OutcomeGroup()
    var conferences: [Breakdown: OutcomeGroup] = [:]
    var types: [Breakdown: OutcomeGroup] = [:]

    init(_ tallies: [OutcomeTally], wave: Wave, rules: DisclosureRules) {
        self.wave = wave
        self.rules = rules
        for tally in tallies {
            nation.add(tally)
            conferences[.conference(tally.conference), default: OutcomeGroup()].add(tally)
            types[.organisationType(tally.organisationType), default: OutcomeGroup()].add(tally)
        }
    }

    func figures(_ labels: BreakdownLabels) -> [ResponseFigure] {
        guard nation[.reachable] > 0 || nation[.invited] > 0 else { return [] }
        let rows = [conferences, types].map { groups in
            groups.filter { $0.value[.reachable] > 0 }.sorted { $0.key.order < $1.key.order }
        }
        var nationReason = nation.reason(Self.core, rules)
        var hidden = rows.map { hiddenRows($0.map(\.value), isTotalShown: nationReason == nil) }
        if hidden.contains(where: { $0 == nil }) {
            nationReason = nationReason ?? .complementary
            hidden = rows.map { hiddenRows($0.map(\.value), isTotalShown: false) }
        }
        let whole = figure(.nation, nation, labels, reason: nationReason)
        let parts = zip(rows, hidden).flatMap { rows, hidden in
            rows.enumerated().map { index, row in
                let isHidden = hidden?.contains(index) ?? true
                let reason = row.value.reason(Self.core, rules) ?? (isHidden ? .complementary : nil)
                return figure(row.key, row.value, labels, reason: reason)
            }
        }
        return [whole] + parts
    }

    /// What a row shows, and what follows from it.
    private static let core: [OutcomeGroup.Cell] = [.reachable, .answered, .silent]

    private func hiddenRows(_ groups: [OutcomeGroup], isTotalShown: Bool) -> Set<Int>? {
        let primary = groups.map { group in Self.core.map { group.reason($0, rules) != nil } }
        guard isTotalShown else { return Set(primary.indices.filter { primary[$0].contains(true) }) }
        return OneWaySuppression.hiddenRows(
            groups.map { group in Self.core.map { group[$0] } }, primary: primary, width: rules.width)
    }

    private func figure(
        _ breakdown: Breakdown, _ group: OutcomeGroup, _ labels: BreakdownLabels, reason: Withheld?
    ) -> ResponseFigure {
        func shown(_ cell: OutcomeGroup.Cell, _ reason: Withheld?) -> Shown<Int> {
            reason.map { .withheld($0) } ?? .value(group[cell])
        }
        var counts = ShownResponseCounts(
            reachable: shown(.reachable, reason), answered: shown(.answered, reason))
        if breakdown == .nation {
            // What is shown together gives away what it adds up to: a set is shown whole or not at all.
            let outreach = reason ?? group.reason([.bounced, .optedOut, .invited], rules)
            counts.invited = shown(.invited, outreach)
            counts.bounced = shown(.bounced, outreach)
            counts.optedOut = shown(.optedOut, outreach)
            let completeness = reason ?? group.reason([.partial, .complete], rules)
            counts.partial = shown(.partial, completeness)
            counts.complete = shown(.complete, completeness)
            counts.draft = shown(.draft, reason ?? group.reason([.draft, .untouched], rules))
            if wave != .before {
                counts.paired = shown(.paired, reason ?? group.reason([.paired, .unpaired], rules))
            }
        }
        let rate: Shown<Double> =
            if let reason {
                .withheld(reason)
            } else if group[.reachable] > 0 {
                .value(Double(group[.answered]) / Double(group[.reachable]))
            } else {
                .undefined(.noAnswers)
            }
        return ResponseFigure(
            wave: wave, breakdown: breakdown, label: labels[breakdown], counts: counts, rate: rate)
    }
}

extension Breakdown {
    /// The nation, then conferences and types by identifier, *other* last.
    var order: String {
        switch self {
        case .nation: ""
        case .conference(let id): "c\(id)"
        case .organisationType(let id): "t\(id.rawValue == "other" ? 1 : 0)\(id)"
        }
    }
}
