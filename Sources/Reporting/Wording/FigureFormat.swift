public import Indicators
public import Wording

/// Figures as people read them, in one language: differences in whole percentage points, shares in whole per
/// cent.
///
/// Whole numbers are as exact as intervals some ten points wide allow. One or two decimals are used where a
/// rounded bound would otherwise become 0 and hide on which side of zero it lies.
public struct FigureFormat: Sendable {
    public let language: Language
    private let format: LocalizedFormat

    public init(_ language: Language) {
        self.language = language
        format = LocalizedFormat(language)
    }

    public func count(_ number: Int) -> String { format.integer(number) }

    /// A share, 0 to 1, in whole per cent.
    public func share(_ share: Double) -> String { format.percent(share) }

    /// A mean number of organisations, with one decimal.
    public func mean(_ mean: Double) -> String { format.decimal(mean, decimals: 1) }

    /// A difference of shares, −1 to 1, in percentage points without its unit.
    public func points(_ difference: Double, decimals: Int = 0) -> String {
        format.decimal(difference * 100, decimals: decimals)
    }

    /// A difference with its sign written out, for a chart: `+23`, `−4`, `0`.
    public func signedPoints(_ difference: Double, decimals: Int = 0) -> String {
        let text = points(difference, decimals: decimals)
        return difference > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+\(text)" : text
    }

    /// `15 till 31`.
    public func interval(_ interval: ConfidenceInterval, decimals: Int = 0) -> String {
        let between = language == .swedish ? "till" : "to"
        return "\(points(interval.low, decimals: decimals)) \(between) \(points(interval.high, decimals: decimals))"
    }

    /// The fewest decimals, at most two, with which no bound that differs from zero is written as zero.
    public func decimals(for interval: ConfidenceInterval?) -> Int {
        guard let interval else { return 0 }
        let bounds = [interval.low, interval.high].map { ($0 * 100).magnitude }.filter { $0 > 0 && $0.isFinite }
        let smallest = bounds.min() ?? 1
        return smallest >= 0.5 ? 0 : smallest >= 0.05 ? 1 : 2
    }
}

extension ConfidenceInterval {
    /// Whether zero, no difference at all, is inside the interval or at its edge.
    public var holdsZero: Bool { low <= 0 && high >= 0 }
}
