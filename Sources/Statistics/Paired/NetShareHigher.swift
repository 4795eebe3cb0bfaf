/// The net share higher, d_w = P(d > 0) − P(d < 0) (Cliff 1993, *Psychological Bulletin* 114, within-subject
/// delta): the headline for ordered scales, for it needs no scores. Between −1 and 1.
public enum NetShareHigher {
    public static func estimate(_ counts: DirectionCounts) -> Estimate<Double> {
        guard counts.total > 0 else { return .undefined(.noObservations) }
        return .defined(Double(counts.net) / Double(counts.total))
    }

    /// Tango's score interval. It holds where every pair is drawn by itself; where pairs come in clusters, use
    /// ``ClusteredMean``.
    public static func interval(_ counts: DirectionCounts, level: ConfidenceLevel) -> Estimate<Interval> {
        RiskDifference.tango(counts, level: level)
    }

    /// The probability that a pair is higher, ties counted half: P(d > 0) + ½ P(d = 0).
    public static func probabilityOfSuperiority(_ counts: DirectionCounts) -> Estimate<Double> {
        estimate(counts).map { ($0 + 1) / 2 }
    }
}
