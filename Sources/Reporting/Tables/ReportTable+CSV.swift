import Indicators
public import Wording

extension ReportTable {
    /// The table as a file that Swedish Excel opens by a double click: UTF-8 with a byte order mark, `;`, decimal
    /// comma, lines ended by CR LF.
    ///
    /// Shares and differences are in per cent and percentage points with one decimal, without a unit; an interval
    /// is three columns. Text that a spreadsheet would run as a formula (beginning with `= + - @`, TAB or CR) gets
    /// an apostrophe before it. A figure that is not shown is its sentence, never an empty cell.
    ///
    /// Notes stand last, a line each.
    ///
    /// - Parameter notice: a first line of its own, such as that the data is simulated.
    public func csv(_ language: Language, notice: String? = nil) -> String {
        var lines = (notice.map { [[Self.field($0)]] } ?? []) + [headings(language).map(Self.field)]
        for row in rows {
            lines.append(zip(row, columns).flatMap { fields(of: $0, $1.kind, language) })
        }
        lines += notes.map { [Self.field($0)] }
        return "\u{FEFF}" + lines.map { $0.joined(separator: ";") + "\r\n" }.joined()
    }

    private func headings(_ language: Language) -> [String] {
        columns.flatMap { column -> [String] in
            guard column.kind == .interval else { return [column.heading] }
            let ends = [
                LocalizedText("nedre gräns", "lower bound"), LocalizedText("övre gräns", "upper bound"),
                LocalizedText("nivå i procent", "level in per cent"),
            ]
            return ends.map { "\(column.heading), \($0[language])" }
        }
    }

    private func fields(of cell: Cell, _ kind: Column.Kind, _ language: Language) -> [String] {
        if case .interval(let interval) = cell {
            return [interval.low, interval.high, interval.level].map { Self.number($0 * 100) }
        }
        let field =
            switch cell {
            case .count(let number): String(number)
            case .share(let share): Self.number(share * 100)
            case .points(let difference): Self.number(difference * 100)
            case .mean(let mean): Self.number(mean)
            case .text, .reason, .none, .interval: Self.field(FigureFormat(language).text(cell))
            }
        return Array(repeating: field, count: kind == .interval ? 3 : 1)
    }

    /// One decimal, with the hyphen and the comma that Excel reads as a number.
    private static func number(_ value: Double) -> String {
        LocalizedFormat(.swedish).decimal(value, decimals: 1)
            .replacing("\u{2212}", with: "-").replacing("\u{A0}", with: "")
    }

    private static func field(_ text: String) -> String {
        let risky = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let safe = (risky ? "'" : "") + text
        let quoted = safe.unicodeScalars.contains { ";\"\r\n".unicodeScalars.contains($0) }
        return quoted ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
