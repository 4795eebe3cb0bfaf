/// How many pairs are higher, the same and lower the second time. For a paired yes or no, *higher* counts those
/// who went from no to yes.
public struct DirectionCounts: Sendable, Hashable {
    public let higher: Int64
    public let same: Int64
    public let lower: Int64

    /// Returns `nil` for a negative count or a total beyond 64 bits.
    public init?(higher: Int64, same: Int64, lower: Int64) {
        guard higher >= 0, same >= 0, lower >= 0 else { return nil }
        let (changed, overflow) = higher.addingReportingOverflow(lower)
        guard !overflow, !changed.addingReportingOverflow(same).overflow else { return nil }
        self.higher = higher
        self.same = same
        self.lower = lower
    }

    public init(_ table: PairedTable) {
        var (higher, same, lower): (Int64, Int64, Int64) = (0, 0, 0)
        for before in table.scores.indices {
            for after in table.scores.indices {
                // Sums of parts of a total that is known to fit.
                let count = table[before, after]
                if after > before { higher += count } else if after < before { lower += count } else { same += count }
            }
        }
        self.higher = higher
        self.same = same
        self.lower = lower
    }

    public var total: Int64 { higher + same + lower }
    public var changed: Int64 { higher + lower }
    /// Higher minus lower.
    public var net: Int64 { higher - lower }
}
