extension RiskDifference {
    /// Newcombe's method 10 (1998, *Statistics in Medicine* 17, 2635–2650): Wilson intervals of both shares,
    /// squared and added, with the continuity-corrected φ for their dependence. An alternative to
    /// ``tango(_:level:)``; the table is of two levels, no and yes.
    public static func newcombe(_ table: PairedTable, level: ConfidenceLevel) -> Estimate<Interval> {
        guard table.levelCount == 2, table.total > 0 else { return .undefined(.noObservations) }
        let (both, onlyBefore) = (Double(table[1, 1]), Double(table[1, 0]))
        let (onlyAfter, neither) = (Double(table[0, 1]), Double(table[0, 0]))
        let n = Double(table.total)
        let z = NormalDistribution.quantile(of: level)
        let before = WilsonInterval.bounds(successes: both + onlyBefore, trials: n, z: z)
        let after = WilsonInterval.bounds(successes: both + onlyAfter, trials: n, z: z)
        let (shareBefore, shareAfter) = ((both + onlyBefore) / n, (both + onlyAfter) / n)

        let margins = (both + onlyBefore) * (onlyAfter + neither) * (both + onlyAfter) * (onlyBefore + neither)
        let product = both * neither - onlyBefore * onlyAfter
        let corrected = product > n / 2 ? product - n / 2 : min(product, 0)
        let phi = margins > 0 ? corrected / margins.squareRoot() : 0

        let difference = shareAfter - shareBefore
        let down = (shareAfter - after.low, before.high - shareBefore)
        let up = (after.high - shareAfter, shareBefore - before.low)
        func span(_ part: (Double, Double)) -> Double {
            max(0, part.0 * part.0 - 2 * phi * part.0 * part.1 + part.1 * part.1).squareRoot()
        }
        return .defined(
            Interval(low: max(-1, difference - span(down)), high: min(1, difference + span(up)), level: level))
    }
}
