/// Pairs by their difference, later minus earlier, ascending; the basis of means and ranks. Empty differences are
/// left out.
public struct DifferenceCounts: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// In units of the scores.
        public let difference: Int64
        public let count: Int64
    }

    public let entries: [Entry]
    public let scoresPerUnit: Double

    public init(_ table: PairedTable) {
        var counts: [Int64: Int64] = [:]
        for (before, beforeScore) in table.scores.enumerated() {
            for (after, afterScore) in table.scores.enumerated() where table[before, after] > 0 {
                counts[afterScore - beforeScore, default: 0] += table[before, after]
            }
        }
        entries = counts.map { Entry(difference: $0.key, count: $0.value) }.sorted { $0.difference < $1.difference }
        scoresPerUnit = table.scoresPerUnit
    }

    public var total: Int64 { entries.reduce(0) { $0 + $1.count } }
}
