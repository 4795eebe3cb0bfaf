public import Wording

extension ReportTable {
    /// The table for a terminal with a fixed-width font: a title, headings, a rule and the rows, each line without
    /// trailing spaces and ended by a line feed.
    ///
    /// Text stands to the left and numbers to the right. Headings and the first column break at spaces so that the
    /// table keeps within `width` columns where it can. A sentence that is wider than its cells stands below the
    /// table under a number, `(1)`.
    public func text(_ language: Language, width: Int = 110) -> String {
        TextTable(self, language, width: width).lines.map { TerminalWidth.withoutTrailingSpaces($0) + "\n" }.joined()
    }
}

private struct TextTable {
    private let table: ReportTable
    private let format: FigureFormat
    private let rows: [[CellRun]]
    private var widths: [Int]
    private var remarks: [String] = []

    private static let gap = "  "
    private static let narrowest = 18

    init(_ table: ReportTable, _ language: Language, width: Int) {
        self.table = table
        format = FigureFormat(language)
        rows = table.rows.map(CellRun.runs)
        widths = table.columns.map { column in
            max(3, column.heading.split(separator: " ").map { TerminalWidth.of(String($0)) }.max() ?? 0)
        }
        for run in rows.joined() where run.cell.reason == nil && widths.indices.contains(run.columns.lowerBound) {
            let column = run.columns.lowerBound
            widths[column] = max(widths[column], TerminalWidth.of(format.text(run.cell)))
        }
        let others = widths.dropFirst().reduce(0) { $0 + $1 + Self.gap.count }
        if let first = widths.first { widths[0] = min(first, max(Self.narrowest, width - others)) }
        for run in rows.joined() {
            guard let reason = run.cell.reason, TerminalWidth.of(reason) > self.width(of: run.columns) else { continue }
            if !remarks.contains(reason) { remarks.append(reason) }
        }
    }

    var lines: [String] {
        var lines = [table.title, ""] + headings
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        for row in rows { lines += self.lines(of: row) }
        let below = remarks.enumerated().map { "(\($0 + 1)) \($1)" } + table.notes
        return below.isEmpty ? lines : lines + [""] + below
    }

    private var headings: [String] {
        let cells = zip(table.columns, widths).map { TerminalWidth.broken($0.heading, at: $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            cells.indices.map { column in
                let offset = line - (height - cells[column].count)
                return TerminalWidth.padded(
                    offset >= 0 ? cells[column][offset] : "", to: widths[column],
                    left: table.columns[column].kind == .text)
            }.joined(separator: Self.gap)
        }
    }

    /// The figures stand on the last line of a row whose heading takes several.
    private func lines(of row: [CellRun]) -> [String] {
        guard let first = row.first else { return [] }
        let heading = TerminalWidth.broken(format.text(first.cell), at: widths.first ?? 0)
        let figures = row.dropFirst().map { run in
            let isLeft = run.cell.reason != nil || table.columns[run.columns.lowerBound].kind == .text
            return TerminalWidth.padded(text(run), to: width(of: run.columns), left: isLeft)
        }
        let last = TerminalWidth.padded(heading.last ?? "", to: widths.first ?? 0, left: true)
        return heading.dropLast() + [([last] + figures).joined(separator: Self.gap)]
    }

    private func text(_ run: CellRun) -> String {
        guard let reason = run.cell.reason, let number = remarks.firstIndex(of: reason),
            TerminalWidth.of(reason) > width(of: run.columns)
        else { return format.text(run.cell) }
        return "(\(number + 1))"
    }

    private func width(of range: Range<Int>) -> Int {
        widths[range.clamped(to: widths.indices)].reduce(0, +) + (range.count - 1) * Self.gap.count
    }
}
