/// Complementary suppression in tables whose rows are each divided into parts, rows and parts adding up to published
/// totals: pairs by direction, by conference.
///
/// An outsider knows the parts' totals over the withheld rows, each withheld row's own total unless that is withheld
/// too, and that no count is below zero. For a part against the rest of its row that is a table with two columns,
/// whose bounds are exact: a count lies between max(0, row − rest) and min(row, part). Rows whose own totals are
/// withheld are to the outsider one row, within which no count is above those who answered there.
enum PartitionSuppression {
    struct Row: Sendable {
        /// The sum of each partition.
        var total: Int
        /// One or more ways to divide the row; the same ways in every row.
        var partitions: [[Int]]
        /// Whether the parts are withheld for their own sake.
        var isPrimary: Bool
        /// Whether the row's own total is withheld.
        var isTotalHidden: Bool
        /// The most that a withheld total can be; `nil` where nothing is known.
        var most: Int?
    }

    /// The rows whose parts to withhold; `nil` where withholding all of them is not enough.
    static func hiddenRows(_ rows: [Row], width: Int) -> Set<Int>? {
        var hidden = Set(rows.indices.filter { rows[$0].isPrimary || rows[$0].isTotalHidden })
        while !isProtected(rows, hidden, width) {
            let others = rows.indices.filter { !hidden.contains($0) && rows[$0].total > 0 }
            guard let next = others.min(by: { (rows[$0].total, $0) < (rows[$1].total, $1) }) else { return nil }
            hidden.insert(next)
        }
        return hidden
    }

    private static func isProtected(_ rows: [Row], _ hidden: Set<Int>, _ width: Int) -> Bool {
        let known = hidden.reduce(0) { $0 + rows[$1].total }
        let merged = hidden.filter { rows[$0].isTotalHidden }
        let mergedTotal = merged.reduce(0) { $0 + rows[$1].total }
        func most(_ index: Int) -> Int {
            rows[index].isTotalHidden
                ? min(mergedTotal, max(rows[index].total, rows[index].most ?? mergedTotal)) : rows[index].total
        }
        let mostOfAll = hidden.reduce(0) { $0 + most($1) }
        let mostOfMerged = merged.reduce(0) { $0 + most($1) }
        return hidden.filter { rows[$0].isPrimary && rows[$0].total > 0 }.allSatisfy { index in
            let row = rows[index]
            return row.partitions.indices.allSatisfy { partition in
                row.partitions[partition].indices.filter { row.partitions[partition][$0] > 0 }.allSatisfy { part in
                    let of = hidden.reduce(0) { $0 + rows[$1].partitions[partition][part] }
                    if row.isTotalHidden {
                        let total = max(0, mergedTotal - (mostOfMerged - most(index)))
                        let least = max(0, of - (mostOfAll - most(index)), total - (known - of))
                        return merged.count > 1 && min(most(index), of) - least >= width
                    }
                    return min(row.total, of) - max(0, row.total - (known - of)) >= width
                }
            }
        }
    }
}
