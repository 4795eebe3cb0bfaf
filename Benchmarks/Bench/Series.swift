/// Figures of one kind from several rounds.
struct Series {
    let name: String
    private(set) var values: [Double] = []

    init(_ name: String) {
        self.name = name
    }

    mutating func append(_ value: Double) {
        values.append(value)
    }

    /// The middle value, or the mean of the two in the middle.
    var median: Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// `name  median  [min–max]  ratio`, the ratio as the median over paired rounds.
    func line(ratio: Series? = nil) -> String {
        let spread = "[\(grouped(values.min() ?? 0))–\(grouped(values.max() ?? 0))]"
        let ratioText = ratio.map {
            decimals($0.median) + "  [\(decimals($0.values.min() ?? 0))–\(decimals($0.values.max() ?? 0))]"
        }
        return [padded(name, 40), padded("\(grouped(median))/s", 12), padded(spread, 22), ratioText ?? ""]
            .joined(separator: "  ")
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func grouped(_ value: Double) -> String {
        let digits = String(Int(value.rounded()))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(" ") }
            text.append(digit)
        }
        return text
    }

    private func decimals(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
