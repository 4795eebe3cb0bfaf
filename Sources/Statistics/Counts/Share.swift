/// A part of a whole, such as responses of the reachable. A count of everybody has no interval; where it stands
/// for more, ``interval(level:)`` is Wilson's.
public struct Share: Sendable, Hashable {
    public let part: Int64
    public let whole: Int64

    /// Returns `nil` unless 0 ≤ part ≤ whole.
    public init?(_ part: Int64, of whole: Int64) {
        guard part >= 0, part <= whole else { return nil }
        self.part = part
        self.whole = whole
    }

    /// Undefined where the whole is zero.
    public var value: Estimate<Double> {
        guard whole > 0 else { return .undefined(.noObservations) }
        return .defined(Double(part) / Double(whole))
    }

    public func interval(level: ConfidenceLevel) -> Estimate<Interval> {
        WilsonInterval.interval(successes: part, trials: whole, level: level)
    }
}
