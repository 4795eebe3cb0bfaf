import Foundation

/// A linear axis with its ticks at round numbers.
struct Axis: Sendable, Hashable {
    let low: Double
    let high: Double
    let ticks: [Double]

    /// Shares from none to all, with a tick at each quarter.
    static let shares = Axis(low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1])

    private init(low: Double, high: Double, ticks: [Double]) {
        self.low = low
        self.high = high
        self.ticks = ticks
    }

    /// The smallest axis of whole steps (1, 2 or 5 times a power of ten; about five of them) that holds zero and
    /// every finite value, and is at least 0.2 wide.
    init(holding values: [Double]) {
        let finite = values.filter(\.isFinite) + [0]
        let least = min(finite.min() ?? 0, -0.0)
        let most = max(finite.max() ?? 0, least + 0.2)
        let step = Axis.roundStep((most - least) / 5)
        let first = (least / step).rounded(.down)
        let last = max((most / step).rounded(.up), first + 1)
        ticks = stride(from: first, through: min(last, first + 20), by: 1).map { $0 * step }
        low = first * step
        high = last * step
    }

    /// Where a value stands between `start` and `end`; values outside the axis stand at its ends.
    func position(of value: Double, from start: Double, to end: Double) -> Double {
        guard value.isFinite, high > low else { return start }
        return start + (min(max(value, low), high) - low) / (high - low) * (end - start)
    }

    private static func roundStep(_ raw: Double) -> Double {
        let magnitude = pow(10, log10(raw).rounded(.down))
        let factor = [1, 2, 5].first { $0 * magnitude >= raw * 0.999 } ?? 10
        return factor * magnitude
    }
}
