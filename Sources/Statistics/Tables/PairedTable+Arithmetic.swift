extension PairedTable {
    /// The pairs of both tables.
    public func adding(_ other: PairedTable) throws(PairedTableError) -> PairedTable {
        try combined(with: other) { $0.addingReportingOverflow($1) }
    }

    /// The pairs of this table without those of the other; throws where a count would be below zero.
    public func subtracting(_ other: PairedTable) throws(PairedTableError) -> PairedTable {
        try combined(with: other) { $0.subtractingReportingOverflow($1) }
    }

    /// Adds pairs (or with a negative number takes them away) at one cell.
    public mutating func add(_ number: Int64, before: Int, after: Int) throws(PairedTableError) {
        guard scores.indices.contains(before), scores.indices.contains(after) else { throw .notSquare }
        var changed = counts
        let index = before * scores.count + after
        let (sum, overflow) = changed[index].addingReportingOverflow(number)
        if overflow { throw .overflow }
        if sum < 0 { throw .negativeCount }
        changed[index] = sum
        try replaceCounts(changed)
    }

    private func combined(
        with other: PairedTable, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
    ) throws(PairedTableError) -> PairedTable {
        guard scores == other.scores, scoresPerUnit == other.scoresPerUnit else { throw .differentLevels }
        var sums: [Int64] = []
        sums.reserveCapacity(counts.count)
        for (left, right) in zip(counts, other.counts) {
            let (sum, overflow) = operation(left, right)
            if overflow { throw .overflow }
            if sum < 0 { throw .negativeCount }
            sums.append(sum)
        }
        var result = self
        try result.replaceCounts(sums)
        return result
    }
}
