/// A statistic, or why there is none.
///
/// Undefined is a state of its own: no statistic of this module is ever not-a-number or infinite, and none traps
/// on empty or degenerate tables.
public enum Estimate<Value: Sendable>: Sendable {
    case defined(Value)
    case undefined(UndefinedReason)

    /// The value where it is defined.
    public var value: Value? {
        if case .defined(let value) = self { value } else { nil }
    }

    /// The reason where it is not.
    public var reason: UndefinedReason? {
        if case .undefined(let reason) = self { reason } else { nil }
    }

    public func map<Other>(_ transform: (Value) -> Other) -> Estimate<Other> {
        switch self {
        case .defined(let value): .defined(transform(value))
        case .undefined(let reason): .undefined(reason)
        }
    }

    public func flatMap<Other>(_ transform: (Value) -> Estimate<Other>) -> Estimate<Other> {
        switch self {
        case .defined(let value): transform(value)
        case .undefined(let reason): .undefined(reason)
        }
    }
}

extension Estimate: Equatable where Value: Equatable {}
extension Estimate: Hashable where Value: Hashable {}

/// Why a statistic does not exist for the data at hand.
public enum UndefinedReason: Sendable, Hashable {
    /// There is no pair, or no observation.
    case noObservations
    /// A variance needs two observations.
    case fewerThanTwoObservations
    /// Every observation is the same, or the clusters' sums leave no residual.
    case noVariation
    /// Every pair answered the same twice.
    case noDifferences
    /// Fewer clusters than the interval needs; the number needed is given.
    case fewerClusters(needed: Int)
    /// Fewer degrees of freedom than the interval needs; the number needed is given.
    case fewerDegreesOfFreedom(needed: Double)
    /// All answered right before, so that nothing was left to gain.
    case nothingToGain
    /// A group that the comparison needs is empty.
    case emptyGroup
    /// The exact distribution has more support points than is reasonable to enumerate.
    case tooLargeForExact
    /// The numbers are beyond what double precision holds.
    case outOfRange
}
