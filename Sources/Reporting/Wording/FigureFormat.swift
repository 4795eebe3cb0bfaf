public import Indicators
public import Wording

/// Figures as people read them, in one language: differences in whole percentage points, shares in whole per
/// cent. Whole numbers are as exact as intervals some ten points wide allow.
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
    public func points(_ difference: Double) -> String {
        format.decimal(difference * 100, decimals: 0)
    }

    /// A difference with its unit: `1 procentenhet`, `12 procentenheter`.
    public func pointsWithUnit(_ difference: Double) -> String {
        let number = points(difference)
        let isOne = ["1", "\u{2212}1"].contains(number)
        let unit =
            isOne
            ? LocalizedText("procentenhet", "percentage point")
            : LocalizedText("procentenheter", "percentage points")
        return "\(number) \(unit[language])"
    }

    /// A difference with its sign written out, for a chart: `+23`, `−4`, `0`.
    public func signedPoints(_ difference: Double) -> String {
        let text = points(difference)
        return difference > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+\(text)" : text
    }

    /// `15 till 31`.
    public func interval(_ interval: ConfidenceInterval) -> String {
        let between = language == .swedish ? "till" : "to"
        return "\(points(interval.low)) \(between) \(points(interval.high))"
    }
}

extension ConfidenceInterval {
    /// Whether zero, no difference at all, is inside the published interval or at its edge. Its ends are whole
    /// percentage points, rounded outwards, so one that just excludes zero is read as people see it: as touching it.
    public var holdsZero: Bool { low <= 0 && high >= 0 }
}
