/// The paired difference of two shares, later minus earlier: (higher − lower) / n.
public enum RiskDifference {
    public static func estimate(_ counts: DirectionCounts) -> Estimate<Double> {
        NetShareHigher.estimate(counts)
    }

    /// The score interval of Tango (1998, *Statistics in Medicine* 17, 891–908): the differences Δ that the score
    /// test does not reject. It exists for every table that is not empty, with all pairs alike too, and stays
    /// within −1 to 1.
    public static func tango(_ counts: DirectionCounts, level: ConfidenceLevel) -> Estimate<Interval> {
        guard counts.total > 0 else { return .undefined(.noObservations) }
        let n = Double(counts.total)
        let higher = Double(counts.higher)
        let lower = Double(counts.lower)
        let critical = NormalDistribution.quantile(of: level)
        let estimate = (higher - lower) / n

        /// (estimate − Δ)·n − z·√variance(Δ), positive while Δ is below the limit in the direction of `sign`.
        func slack(_ delta: Double, _ sign: Double) -> Double {
            let a = 2 * n
            let b = -higher - lower + (2 * n - higher + lower) * delta
            let c = -lower * delta * (1 - delta)
            // The constrained maximum-likelihood share of *lower*.
            let share = max(0, ((max(0, b * b - 4 * a * c)).squareRoot() - b) / (2 * a))
            let variance = max(0, n * (2 * share + delta * (1 - delta)))
            return sign * (n * delta - (higher - lower)) - critical * variance.squareRoot()
        }
        let high = estimate >= 1 ? 1 : Bisection.root(from: estimate, to: 1) { -slack($0, 1) }
        let low = estimate <= -1 ? -1 : -Bisection.root(from: -estimate, to: 1) { -slack(-$0, -1) }
        return .defined(Interval(low: low, high: high, level: level))
    }
}
