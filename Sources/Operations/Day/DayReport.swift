public import Participants

/// What a list of the day changed, or would change.
public struct DayReport: Sendable, Hashable {
    public let rows: [DayPlan.Row]
    /// How many people have each status, before the list and after it.
    public let before: [RegistrationStatus: Int]
    public let after: [RegistrationStatus: Int]
    /// People whose status is another than before, those who are new among them.
    public let changed: Int
    /// People who were stored now.
    public let new: Int
    /// Links between somebody who is replaced and the one who came.
    public let replacements: Int

    public var rejected: [(line: Int, reason: DayRejection)] {
        rows.compactMap { row in
            if case .rejected(let reason) = row.result { return (row.line, reason) }
            return nil
        }
    }

    init(_ plan: DayPlan, before: [ParticipantID: RegistrationStatus]) {
        rows = plan.rows
        let after = before.merging(plan.changes) { _, new in new }
        self.before = Self.counts(before)
        var counts = Self.counts(after)
        counts[.attended, default: 0] += plan.newcomers.count
        self.after = counts.filter { $0.value > 0 }
        changed = plan.changes.count + plan.newcomers.count
        new = plan.newcomers.count
        replacements = plan.replacements.count
    }

    private static func counts(_ statuses: [ParticipantID: RegistrationStatus]) -> [RegistrationStatus: Int] {
        statuses.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
