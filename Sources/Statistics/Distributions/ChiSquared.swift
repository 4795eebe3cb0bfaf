/// The χ² distribution.
public enum ChiSquared {
    /// P(X ≥ x); `nil` unless the degrees of freedom are positive.
    public static func upperTail(_ x: Double, degreesOfFreedom: Int) -> Double? {
        guard degreesOfFreedom > 0, !x.isNaN else { return nil }
        return SpecialFunctions.regularizedUpperGamma(Double(degreesOfFreedom) / 2, x / 2)
    }
}
