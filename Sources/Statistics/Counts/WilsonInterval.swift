/// Wilson's score interval of a share (1927), without continuity correction; within 0 and 1.
public enum WilsonInterval {
    /// Undefined without trials, and for numbers that are not a share.
    public static func interval(successes: Int64, trials: Int64, level: ConfidenceLevel) -> Estimate<Interval> {
        guard trials > 0 else { return .undefined(.noObservations) }
        guard successes >= 0, successes <= trials else { return .undefined(.outOfRange) }
        let bounds = bounds(
            successes: Double(successes), trials: Double(trials), z: NormalDistribution.quantile(of: level))
        return .defined(Interval(low: bounds.low, high: bounds.high, level: level))
    }

    static func bounds(successes: Double, trials: Double, z: Double) -> (low: Double, high: Double) {
        let share = successes / trials
        let square = z * z
        let centre = share + square / (2 * trials)
        let half = z * (share * (1 - share) / trials + square / (4 * trials * trials)).squareRoot()
        let scale = 1 + square / trials
        let low = successes <= 0 ? 0 : (centre - half) / scale
        let high = successes >= trials ? 1 : (centre + half) / scale
        return (low, high)
    }
}
