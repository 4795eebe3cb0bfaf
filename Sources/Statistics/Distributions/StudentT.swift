import Foundation

/// Student's t distribution; the degrees of freedom may be fractional, as Satterthwaite's are.
public struct StudentT: Sendable, Hashable {
    public let degreesOfFreedom: Double

    /// Returns `nil` unless the degrees of freedom are positive and finite.
    public init?(degreesOfFreedom: Double) {
        guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// P(T > t).
    public func upperTail(_ t: Double) -> Double {
        let square = t * t
        // Beyond the range of doubles the tail is zero or one.
        guard square.isFinite else { return t > 0 ? 0 : 1 }
        let sum = degreesOfFreedom + square
        let half =
            0.5
            * SpecialFunctions.regularizedBeta(
                degreesOfFreedom / sum, complement: square / sum, degreesOfFreedom / 2, 0.5)
        return t >= 0 ? half : 1 - half
    }

    /// P(T ≤ t).
    public func cumulative(_ t: Double) -> Double { upperTail(-t) }

    /// P(|T| ≥ |t|).
    public func twoSided(_ t: Double) -> Double { min(1, 2 * upperTail(t.magnitude)) }

    /// The t that a share `tail` of the distribution lies above; 0 < tail < 1, else `nil`.
    public func upperQuantile(_ tail: Double) -> Double? {
        guard tail > 0, tail < 1 else { return nil }
        if tail > 0.5 { return upperQuantile(1 - tail).map { -$0 } }
        if tail == 0.5 { return 0 }
        var high = 2.0
        while upperTail(high) > tail {
            high *= 2
            guard high < 1e150 else { return nil }
        }
        return Bisection.root(from: 0, to: high) { upperTail($0) - tail }
    }

    /// The t of a two-sided interval.
    public func quantile(of level: ConfidenceLevel) -> Double? { upperQuantile(level.tail) }
}
