/// A point estimate with its interval. Shares and differences of shares are fractions, −1 to 1.
public struct IntervalEstimate: Sendable, Hashable, Codable {
    public var value: Double
    public var interval: Shown<ConfidenceInterval>

    public init(value: Double, interval: Shown<ConfidenceInterval>) {
        self.value = value
        self.interval = interval
    }
}

public struct ConfidenceInterval: Sendable, Hashable, Codable {
    public var low: Double
    public var high: Double
    /// 0.95 or 0.99.
    public var level: Double
    /// `CR2, Satterthwaite` or `Tango`.
    public var method: String

    public init(low: Double, high: Double, level: Double, method: String) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
    }
}
