import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
    /// P(Z ≤ z).
    public static func cumulative(_ z: Double) -> Double {
        0.5 * erfc(-z / 2.0.squareRoot())
    }

    /// P(Z > z), with relative precision kept far out in the tail.
    public static func upperTail(_ z: Double) -> Double {
        0.5 * erfc(z / 2.0.squareRoot())
    }

    /// P(|Z| ≥ |z|).
    public static func twoSided(_ z: Double) -> Double {
        erfc(z.magnitude / 2.0.squareRoot())
    }

    /// The z that a share `tail` of the distribution lies above; 0 < tail < 1, else `nil`.
    ///
    /// Bisection to the last bit: the quantile is needed once per interval level, so nothing is gained by a
    /// faster approximation.
    public static func upperQuantile(_ tail: Double) -> Double? {
        guard tail > 0, tail < 1 else { return nil }
        if tail > 0.5 { return upperQuantile(1 - tail).map { -$0 } }
        if tail == 0.5 { return 0 }
        return Bisection.root(from: 0, to: 40) { upperTail($0) - tail }
    }

    /// The z of a two-sided interval: 1.959964 at 95 %, 2.575829 at 99 %.
    public static func quantile(of level: ConfidenceLevel) -> Double {
        upperQuantile(level.tail) ?? 0
    }
}
