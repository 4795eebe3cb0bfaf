/// The partially overlapping samples t-test (Derrick, Russ, Toher & White 2017, *JMASM* 16): all answers of both
/// waves, paired or not. A sensitivity analysis beside the pairs, which remain the headline.
public struct PartiallyOverlapping: Sendable, Hashable {
    /// Mean of all later answers less mean of all earlier ones, in the unit of the answers.
    public let difference: Double
    public let t: Double
    public let degreesOfFreedom: Double
    /// Two-sided.
    public let p: Double

    /// `beforeOnly` and `afterOnly` count those who answered once, by level of the table. With fewer than two
    /// pairs or a wave without variation it is undefined.
    public static func estimate(
        _ table: PairedTable, beforeOnly: [Int64], afterOnly: [Int64], equalVariances: Bool = false
    ) -> Estimate<PartiallyOverlapping> {
        let levels = table.levelCount
        guard beforeOnly.count == levels, afterOnly.count == levels, (beforeOnly + afterOnly).allSatisfy({ $0 >= 0 })
        else { return .undefined(.outOfRange) }
        guard table.total > 1 else { return .undefined(.fewerThanTwoObservations) }
        guard let before = sums(table.rowTotals, beforeOnly), let after = sums(table.columnTotals, afterOnly) else {
            return .undefined(.outOfRange)
        }
        let first = Moments(Array(zip(table.scores, before)))
        let second = Moments(Array(zip(table.scores, after)))
        guard let firstVariance = first.sampleVariance.value, let secondVariance = second.sampleVariance.value,
            let r = correlation(table)
        else { return .undefined(.noVariation) }

        let (n1, n2, pairs) = (Double(first.count), Double(second.count), Double(table.total))
        let unpaired = n1 + n2 - 2 * pairs
        let (squareError, inner): (Double, Double)
        if equalVariances {
            let pooled = ((n1 - 1) * firstVariance + (n2 - 1) * secondVariance) / (n1 + n2 - 2)
            squareError = pooled * (1 / n1 + 1 / n2 - 2 * r * pairs / (n1 * n2))
            inner = unpaired + pairs - 1
        } else {
            let (part1, part2) = (firstVariance / n1, secondVariance / n2)
            squareError =
                part1 + part2 - 2 * r * (firstVariance * secondVariance).squareRoot() * pairs / (n1 * n2)
            let welch = (part1 + part2) * (part1 + part2) / (part1 * part1 / (n1 - 1) + part2 * part2 / (n2 - 1))
            inner = welch - pairs + 1
        }
        let degreesOfFreedom = pairs - 1 + inner / (unpaired + 2 * pairs) * unpaired
        guard squareError > 0, let distribution = StudentT(degreesOfFreedom: degreesOfFreedom) else {
            return .undefined(.noVariation)
        }
        let difference = (second.mean - first.mean) / table.scoresPerUnit
        let t = (second.mean - first.mean) / squareError.squareRoot()
        return .defined(
            PartiallyOverlapping(
                difference: difference, t: t, degreesOfFreedom: degreesOfFreedom, p: distribution.twoSided(t)))
    }

    private static func sums(_ left: [Int64], _ right: [Int64]) -> [Int64]? {
        var result: [Int64] = []
        var total: Int64 = 0
        for (a, b) in zip(left, right) {
            let (sum, overflow) = a.addingReportingOverflow(b)
            let (running, totalOverflow) = total.addingReportingOverflow(sum)
            if overflow || totalOverflow { return nil }
            total = running
            result.append(sum)
        }
        return result
    }

    /// Pearson's r of the pairs; `nil` where a wave does not vary.
    private static func correlation(_ table: PairedTable) -> Double? {
        let before = Moments(Array(zip(table.scores, table.rowTotals)))
        let after = Moments(Array(zip(table.scores, table.columnTotals)))
        guard before.sumOfSquares > 0, after.sumOfSquares > 0 else { return nil }
        var product = 0.0
        for (row, earlier) in table.scores.enumerated() {
            for (column, later) in table.scores.enumerated() {
                product +=
                    Double(table[row, column]) * (Double(earlier) - before.mean) * (Double(later) - after.mean)
            }
        }
        return product / (before.sumOfSquares * after.sumOfSquares).squareRoot()
    }
}
