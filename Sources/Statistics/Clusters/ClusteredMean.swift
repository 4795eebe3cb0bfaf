/// A mean of observations that come in clusters, with the bias-reduced variance CR2 and Satterthwaite's degrees of
/// freedom (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018, *JBES* 36, 672–683), the working model being
/// independent observations of equal variance.
///
/// For a mean the matrices of CR2 have a closed form. With h = nᵢ/N the share of cluster i, and eᵢ the sum of its
/// residuals:
///
///     variance = Σ eᵢ² / (1 − hᵢ) / N²
///     df       = 1 / (Σ hᵢ² + Σ_{i≠j} hᵢ² hⱼ² / ((1 − hᵢ)(1 − hⱼ)))
///
/// Clusters without observations are left out, and their order does not change a bit of the result.
public struct ClusteredMean: Sendable, Hashable {
    public let mean: Double
    public let observations: Int64
    /// Clusters with at least one observation.
    public let clusters: Int
    public let variance: Double
    public let degreesOfFreedom: Double

    /// The least number of clusters for an interval.
    public static let clustersNeeded = 4
    /// The least degrees of freedom for an interval.
    public static let degreesOfFreedomNeeded = 3.0

    /// Undefined without observations, and with fewer than two clusters, whose variance does not exist.
    public static func estimate(_ sums: some Sequence<ClusterSum>) -> Estimate<ClusteredMean> {
        let sums = sums.filter { $0.count > 0 }.sorted { ($0.count, $0.sum) < ($1.count, $1.sum) }
        var total: Int64 = 0
        var sum: Int64 = 0
        for cluster in sums {
            let (observations, overflow) = total.addingReportingOverflow(cluster.count)
            let (running, sumOverflow) = sum.addingReportingOverflow(cluster.sum)
            if overflow || sumOverflow { return .undefined(.outOfRange) }
            total = observations
            sum = running
        }
        guard total > 0 else { return .undefined(.noObservations) }
        guard sums.count > 1 else { return .undefined(.fewerClusters(needed: 2)) }

        let n = Double(total)
        var variance = 0.0
        var squares = 0.0
        var ratios = 0.0
        var ratioSquares = 0.0
        for cluster in sums {
            let share = Double(cluster.count) / n
            let rest = Double(total - cluster.count) / n
            // N times the residual sum is an integer, so that no residual is exactly none.
            let residual = Double(Int128(cluster.sum) * Int128(total) - Int128(cluster.count) * Int128(sum)) / n
            variance += residual * residual / rest
            let ratio = share * share / rest
            squares += share * share
            ratios += ratio
            ratioSquares += ratio * ratio
        }
        variance /= n * n
        // Σ_{i≠j} of products is the square of the sum less the sum of squares, which cannot be below zero.
        let degreesOfFreedom = 1 / (squares + max(0, ratios * ratios - ratioSquares))
        guard variance.isFinite, degreesOfFreedom.isFinite else { return .undefined(.outOfRange) }
        return .defined(
            ClusteredMean(
                mean: Double(sum) / n, observations: total, clusters: sums.count, variance: variance,
                degreesOfFreedom: degreesOfFreedom))
    }

    public var standardError: Double { variance.squareRoot() }

    /// mean ± t · standard error. Undefined with fewer than four clusters or three degrees of freedom, and where
    /// no cluster differs from the mean.
    public func interval(level: ConfidenceLevel) -> Estimate<Interval> {
        usable.flatMap { distribution in
            guard let quantile = distribution.quantile(of: level) else { return .undefined(.outOfRange) }
            let half = quantile * standardError
            return .defined(Interval(low: mean - half, high: mean + half, level: level))
        }
    }

    /// The two-sided p-value of the clustered t, under the same conditions as the interval.
    public var p: Estimate<Double> {
        usable.map { $0.twoSided(mean / standardError) }
    }

    private var usable: Estimate<StudentT> {
        guard clusters >= ClusteredMean.clustersNeeded else {
            return .undefined(.fewerClusters(needed: ClusteredMean.clustersNeeded))
        }
        guard degreesOfFreedom >= ClusteredMean.degreesOfFreedomNeeded,
            let distribution = StudentT(degreesOfFreedom: degreesOfFreedom)
        else { return .undefined(.fewerDegreesOfFreedom(needed: ClusteredMean.degreesOfFreedomNeeded)) }
        guard variance > 0 else { return .undefined(.noVariation) }
        return .defined(distribution)
    }
}
