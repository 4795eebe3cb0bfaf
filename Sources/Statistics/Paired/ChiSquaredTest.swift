/// A χ² statistic with its degrees of freedom and p-value.
public struct ChiSquaredTest: Sendable, Hashable {
    public let statistic: Double
    public let degreesOfFreedom: Int
    public let p: Double

    static func estimate(_ statistic: Double, degreesOfFreedom: Int) -> Estimate<ChiSquaredTest> {
        guard statistic.isFinite, let p = ChiSquared.upperTail(statistic, degreesOfFreedom: degreesOfFreedom) else {
            return .undefined(.outOfRange)
        }
        return .defined(ChiSquaredTest(statistic: statistic, degreesOfFreedom: degreesOfFreedom, p: p))
    }
}
