public import Wording

extension ReportTable {
    /// The table for a terminal with a fixed-width font: a title, headings, a rule and the rows, each line without
    /// trailing spaces and ended by a line feed.
    ///
    /// Text stands to the left and numbers to the right. Headings break at spaces, a cell never does.
    public func text(_ language: Language) -> String {
        let format = FigureFormat(language)
        let runs = rows.map(CellRun.runs)
        var widths = columns.map { column in
            column.heading.split(separator: " ").map { TerminalWidth.of(String($0)) }.max() ?? 0
        }
        for run in runs.joined() where run.columns.count == 1 && run.cell.reason == nil {
            let column = run.columns.lowerBound
            if widths.indices.contains(column) {
                widths[column] = max(widths[column], TerminalWidth.of(format.text(run.cell)))
            }
        }
        for run in runs.joined() {
            guard let reason = run.cell.reason, let last = run.columns.last, widths.indices.contains(last) else {
                continue
            }
            let missing = TerminalWidth.of(reason) - width(of: run.columns, widths)
            if missing > 0 { widths[last] += missing }
        }

        var lines = [title, ""] + headingLines(widths)
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap))
        for row in runs {
            lines.append(
                row.map { run in
                    let isLeft = run.cell.reason != nil || columns[run.columns.lowerBound].kind == .text
                    return TerminalWidth.padded(
                        format.text(run.cell), to: width(of: run.columns, widths), left: isLeft)
                }.joined(separator: Self.gap))
        }
        if !notes.isEmpty { lines += [""] + notes }
        return lines.map { TerminalWidth.withoutTrailingSpaces($0) + "\n" }.joined()
    }

    private static let gap = "  "

    private func width(of range: Range<Int>, _ widths: [Int]) -> Int {
        widths[range.clamped(to: widths.indices)].reduce(0, +) + (range.count - 1) * Self.gap.count
    }

    private func headingLines(_ widths: [Int]) -> [String] {
        let cells = zip(columns, widths).map { TerminalWidth.broken($0.heading, at: $1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            cells.indices.map { column in
                let offset = line - (height - cells[column].count)
                return TerminalWidth.padded(
                    offset >= 0 ? cells[column][offset] : "", to: widths[column], left: columns[column].kind == .text)
            }.joined(separator: Self.gap)
        }
    }
}
