import Foundation

/// The binomial distribution with probability one half, which signs follow when nothing changed.
public struct FairBinomial: Sendable, Hashable {
    public let trials: Int64

    /// Returns `nil` for a negative number of trials.
    public init?(trials: Int64) {
        guard trials >= 0 else { return nil }
        self.trials = trials
    }

    /// P(X ≤ k), through the incomplete beta function: I½(n − k, k + 1).
    public func cumulative(_ k: Int64) -> Double {
        if k < 0 { return 0 }
        if k >= trials { return 1 }
        return SpecialFunctions.regularizedBeta(0.5, complement: 0.5, Double(trials - k), Double(k) + 1)
    }

    /// P(X = k).
    public func probability(_ k: Int64) -> Double {
        guard k >= 0, k <= trials else { return 0 }
        // C(n, k) = 1 / ((n + 1) B(k + 1, n − k + 1))
        let logChoose = -log1p(Double(trials)) - SpecialFunctions.logBeta(Double(k) + 1, Double(trials - k) + 1)
        return exp(logChoose - Double(trials) * M_LN2)
    }
}
