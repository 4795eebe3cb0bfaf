import Documents
import Reporting

extension Spreadsheet.Sheet {
    /// A table of counts and words as a sheet: counts are numbers, everything else is the text people read.
    ///
    /// - Parameter notices: lines above the headings, such as that the data is simulated; the table's notes stand
    ///   below them.
    init(_ table: ReportTable, name: String, notices: [String] = []) {
        let rows = table.rows.map { row in
            row.map { cell -> Spreadsheet.Cell in
                switch cell {
                case .text(let text), .reason(let text): .text(text)
                case .count(let count): .count(count)
                case .share(let value), .points(let value), .mean(let value): .number(value)
                case .interval, .none: .empty
                }
            }
        }
        self.init(name: name, notices: notices + table.notes, header: table.columns.map(\.heading), rows: rows)
    }
}
