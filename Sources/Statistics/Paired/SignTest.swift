/// Whether those who changed went more one way than the other; on a paired yes or no, McNemar's test.
public enum SignTest {
    /// The exact two-sided test: twice the smaller tail of Binomial(changed, ½), at most 1. Undefined where
    /// nobody changed.
    public static func exact(_ counts: DirectionCounts) -> Estimate<Double> {
        guard counts.changed > 0 else { return .undefined(.noDifferences) }
        guard let binomial = FairBinomial(trials: counts.changed) else { return .undefined(.outOfRange) }
        return .defined(min(1, 2 * binomial.cumulative(min(counts.higher, counts.lower))))
    }

    /// The mid-p variant, which counts half of the observed table's probability (Fagerland, Lydersen & Laake
    /// 2013, *BMC Medical Research Methodology* 13:91): the default beside Tango's interval. Undefined where
    /// nobody changed.
    public static func midP(_ counts: DirectionCounts) -> Estimate<Double> {
        guard counts.changed > 0 else { return .undefined(.noDifferences) }
        guard let binomial = FairBinomial(trials: counts.changed) else { return .undefined(.outOfRange) }
        let smaller = min(counts.higher, counts.lower)
        return .defined(min(1, 2 * binomial.cumulative(smaller) - binomial.probability(smaller)))
    }

    /// McNemar's statistic (higher − lower)² / changed, with Edwards' correction where asked for, and its p from
    /// χ² with one degree of freedom. Undefined where nobody changed.
    public static func asymptotic(_ counts: DirectionCounts, continuityCorrected: Bool = false)
        -> Estimate<ChiSquaredTest>
    {
        guard counts.changed > 0 else { return .undefined(.noDifferences) }
        let distance = max(0, Double(counts.net.magnitude) - (continuityCorrected ? 1 : 0))
        return ChiSquaredTest.estimate(distance * distance / Double(counts.changed), degreesOfFreedom: 1)
    }
}
