/// Complementary suppression in tables of rows that add up to a published total, several columns at once.
///
/// A withheld row hides all its columns. An outsider knows the total of the withheld rows, column by column, and
/// that no count is below zero: so a withheld count lies between zero and that total, and nothing more is known of
/// it as long as at least two rows are withheld.
enum OneWaySuppression {
    /// The rows to withhold: those with a primary cell and, as long as those can be worked out to within `width`,
    /// the smallest of the others.
    ///
    /// - Parameters:
    ///   - counts: a row each, all of the same columns, none below zero.
    ///   - primary: of the same shape, the cells withheld for their own sake.
    /// - Returns: `nil` where withholding every row is not enough, so that the totals have to be withheld.
    static func hiddenRows(_ counts: [[Int]], primary: [[Bool]], width: Int) -> Set<Int>? {
        var hidden = Set(primary.indices.filter { primary[$0].contains(true) })
        let columns = Set(hidden.flatMap { row in primary[row].indices.filter { primary[row][$0] } }).sorted()
        for column in columns {
            while true {
                let total = hidden.reduce(0) { $0 + counts[$1][column] }
                if hidden.count > 1, total >= width { break }
                let others = counts.indices.filter { !hidden.contains($0) && counts[$0][column] > 0 }
                    .sorted { (counts[$0][column], $0) < (counts[$1][column], $1) }
                // The smallest that is enough by itself, or else the largest.
                guard let next = others.first(where: { total + counts[$0][column] >= width }) ?? others.last else {
                    return nil
                }
                hidden.insert(next)
            }
        }
        return hidden
    }
}
