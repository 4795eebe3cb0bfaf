/// A delimited file with a header that is known beforehand, as the registers are: every mistake in its form
/// becomes a diagnostic with file and line.
public struct DelimitedTable: Sendable {
    /// One row, its cells by column name.
    public struct Row: Sendable {
        public let file: String
        public let line: Int
        private let places: [String: Int]
        private let cells: [String]

        init(file: String, line: Int, places: [String: Int], cells: [String]) {
            self.file = file
            self.line = line
            self.places = places
            self.cells = cells
        }

        /// The cell of a column; empty for a column that the table does not have.
        public subscript(column: String) -> String {
            guard let place = places[column], place < cells.count else { return "" }
            return cells[place]
        }

        public func error(_ message: String, advice: String? = nil) -> Diagnostic {
            Diagnostic(file: file, line: line, message, advice: advice)
        }

        /// The cell of a column that must not be empty; a diagnostic and `nil` if it is.
        public func required(_ column: String, into diagnostics: inout Diagnostics) -> String? {
            let cell = self[column]
            guard cell.isEmpty else { return cell }
            diagnostics.add(error("\(column) is empty.", advice: "Write a value in every row."))
            return nil
        }
    }

    public let rows: [Row]

    /// Reads UTF-8 text with a comma between cells; a byte order mark is passed over, empty lines are left out.
    ///
    /// Missing, unknown and doubled columns and rows with another number of cells than the header are errors.
    public init(_ text: String, file: String, columns: [String], into diagnostics: inout Diagnostics) {
        let content = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var records = DelimitedText.records(in: content).filter { $0.cells != [""] }
        guard let header = records.first else {
            diagnostics.add(
                Diagnostic(
                    file: file, line: 1, "The file is empty.",
                    advice: "Its first line is: \(columns.joined(separator: ","))"))
            rows = []
            return
        }
        records.removeFirst()
        Self.check(header, against: columns, file: file, into: &diagnostics)
        let places = Dictionary(zip(header.cells, 0...)) { first, _ in first }
        rows = records.compactMap { record in
            guard record.cells.count == header.cells.count else {
                diagnostics.add(
                    Diagnostic(
                        file: file, line: record.line,
                        "This row has \(record.cells.count) cells, and the header has \(header.cells.count).",
                        advice: "Quote a cell that holds a comma."))
                return nil
            }
            return Row(file: file, line: record.line, places: places, cells: record.cells)
        }
    }

    private static func check(
        _ header: DelimitedText.Record, against columns: [String], file: String, into diagnostics: inout Diagnostics
    ) {
        var seen: Set<String> = []
        for cell in header.cells {
            if !columns.contains(cell) {
                diagnostics.add(
                    Diagnostic(
                        file: file, line: header.line, "Unknown column \"\(cell)\".",
                        advice: Spelling.advice(for: cell, known: columns)))
            } else if !seen.insert(cell).inserted {
                diagnostics.add(
                    Diagnostic(
                        file: file, line: header.line, "The column \"\(cell)\" stands twice.", advice: "Keep one."))
            }
        }
        for column in columns where !seen.contains(column) {
            diagnostics.add(
                Diagnostic(file: file, line: header.line, "The column \"\(column)\" is missing.", advice: "Add it."))
        }
    }
}
