/// A two-sided interval with its confidence level, both ends finite, `low <= high`.
public struct Interval: Sendable, Hashable {
    public var low: Double
    public var high: Double
    public var level: ConfidenceLevel

    public init(low: Double, high: Double, level: ConfidenceLevel) {
        self.low = low
        self.high = high
        self.level = level
    }

    /// The part of the interval that lies within the range of the parameter.
    public func clamped(to range: ClosedRange<Double>) -> Interval {
        Interval(
            low: min(max(low, range.lowerBound), range.upperBound),
            high: min(max(high, range.lowerBound), range.upperBound), level: level)
    }
}

/// The probability with which the procedure's intervals cover the parameter.
public enum ConfidenceLevel: Double, Sendable, Hashable, CaseIterable {
    case ninety = 0.90
    case ninetyFive = 0.95
    /// Five intervals at this level hold together at 95 % (Bonferroni).
    case ninetyNine = 0.99

    /// The probability left in each tail.
    public var tail: Double { (1 - rawValue) / 2 }
}
