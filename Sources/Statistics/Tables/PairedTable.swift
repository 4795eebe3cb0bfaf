/// Counts of pairs by their two answers to one item: rows are the earlier answer, columns the later, in ascending
/// order of the levels.
///
/// The table is a sufficient statistic for every paired estimate and exact test of this module, so tables are
/// added, subtracted and merged instead of answers. Levels may be empty; a table of zeros is a table. The total
/// fits in 64 bits by construction.
public struct PairedTable: Sendable, Hashable {
    /// The score of each level, ascending. Decimal data are scaled to integers, so that ties are ties.
    public let scores: [Int64]
    /// What a score is divided by to get the unit of the answers; 10 for scores in tenths.
    public let scoresPerUnit: Double
    /// Row by row, `scores.count` squared of them.
    public private(set) var counts: [Int64]
    /// All pairs.
    public private(set) var total: Int64

    /// The greatest magnitude of a score, 10⁹: differences and their squares then fit in 64 bits.
    public static let greatestScore: Int64 = 1_000_000_000

    /// A table of zeros.
    public init(scores: [Int64], scoresPerUnit: Double = 1) throws(PairedTableError) {
        guard zip(scores, scores.dropFirst()).allSatisfy(<) else { throw .scoresNotAscending }
        guard scores.allSatisfy({ $0.magnitude <= PairedTable.greatestScore.magnitude }) else {
            throw .scoreOutOfRange
        }
        guard scoresPerUnit > 0, scoresPerUnit.isFinite else { throw .scoreOutOfRange }
        self.scores = scores
        self.scoresPerUnit = scoresPerUnit
        counts = [Int64](repeating: 0, count: scores.count * scores.count)
        total = 0
    }

    /// `counts[before][after]`, one row a level.
    public init(scores: [Int64], scoresPerUnit: Double = 1, counts: [[Int64]]) throws(PairedTableError) {
        try self.init(scores: scores, scoresPerUnit: scoresPerUnit)
        guard counts.count == scores.count, counts.allSatisfy({ $0.count == scores.count }) else {
            throw .notSquare
        }
        let flat = counts.flatMap { $0 }
        guard flat.allSatisfy({ $0 >= 0 }) else { throw .negativeCount }
        self.counts = flat
        total = try PairedTable.checkedSum(flat)
    }

    /// Scores 1, 2, … for the levels in the order given.
    public init(counts: [[Int64]]) throws(PairedTableError) {
        try self.init(scores: (0..<counts.count).map { Int64($0) + 1 }, counts: counts)
    }

    public var levelCount: Int { scores.count }

    /// The count of pairs with these levels; zero outside the table.
    public subscript(before: Int, after: Int) -> Int64 {
        guard scores.indices.contains(before), scores.indices.contains(after) else { return 0 }
        return counts[before * scores.count + after]
    }

    /// Pairs by earlier level.
    public var rowTotals: [Int64] {
        scores.indices.map { row in scores.indices.reduce(0) { $0 + self[row, $1] } }
    }

    /// Pairs by later level.
    public var columnTotals: [Int64] {
        scores.indices.map { column in scores.indices.reduce(0) { $0 + self[$1, column] } }
    }

    static func checkedSum(_ counts: [Int64]) throws(PairedTableError) -> Int64 {
        var total: Int64 = 0
        for count in counts {
            let (sum, overflow) = total.addingReportingOverflow(count)
            if overflow { throw .overflow }
            total = sum
        }
        return total
    }

    /// Replaces the counts; they are of the same table, so only the sum can fail.
    mutating func replaceCounts(_ counts: [Int64]) throws(PairedTableError) {
        total = try PairedTable.checkedSum(counts)
        self.counts = counts
    }
}

/// Why numbers are not a table of pairs.
public enum PairedTableError: Error, Sendable, Hashable {
    /// The table has another number of rows or columns than of levels.
    case notSquare
    case scoresNotAscending
    case scoreOutOfRange
    case negativeCount
    /// A sum does not fit in 64 bits.
    case overflow
    /// Tables of different levels cannot be added.
    case differentLevels
}
