/// The mean of the differences, later minus earlier, with Student's t; in the unit of the answers.
public struct MeanChange: Sendable, Hashable {
    public let pairs: Int64
    public let mean: Double
    /// With divisor n − 1.
    public let standardDeviation: Double

    /// Undefined with fewer than two pairs. A standard deviation of zero is a value; ``t`` then is undefined.
    public static func estimate(_ table: PairedTable) -> Estimate<MeanChange> {
        estimate(DifferenceCounts(table))
    }

    public static func estimate(_ differences: DifferenceCounts) -> Estimate<MeanChange> {
        let moments = Moments(differences.entries.map { ($0.difference, $0.count) })
        return moments.sampleVariance.map { variance in
            MeanChange(
                pairs: moments.count, mean: moments.mean / differences.scoresPerUnit,
                standardDeviation: variance.squareRoot() / differences.scoresPerUnit)
        }
    }

    public var degreesOfFreedom: Double { Double(pairs) - 1 }
    public var standardError: Double { standardDeviation / Double(pairs).squareRoot() }

    /// Undefined where all differences are the same.
    public var t: Estimate<Double> {
        guard standardError > 0 else { return .undefined(.noVariation) }
        return .defined(mean / standardError)
    }

    /// Two-sided.
    public var p: Estimate<Double> {
        t.flatMap { t in
            guard let distribution = StudentT(degreesOfFreedom: degreesOfFreedom) else {
                return .undefined(.fewerThanTwoObservations)
            }
            return .defined(distribution.twoSided(t))
        }
    }

    /// mean ± t · standard error with n − 1 degrees of freedom. Undefined where all differences are the same.
    public func interval(level: ConfidenceLevel) -> Estimate<Interval> {
        guard standardError > 0 else { return .undefined(.noVariation) }
        guard let quantile = StudentT(degreesOfFreedom: degreesOfFreedom)?.quantile(of: level) else {
            return .undefined(.fewerThanTwoObservations)
        }
        let half = quantile * standardError
        return .defined(Interval(low: mean - half, high: mean + half, level: level))
    }
}
