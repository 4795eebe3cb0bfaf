public import Indicators

/// A table of figures in one language, before it is known whether it becomes a page, a terminal's text or a file.
///
/// Every row has as many cells as there are columns; the first cell is the row's heading.
public struct ReportTable: Sendable, Hashable {
    /// A name for anchors and file names: `response-by-conference`.
    public var name: String
    public var title: String
    public var columns: [Column]
    public var rows: [[Cell]]
    public var notes: [String]

    public init(name: String, title: String, columns: [Column], rows: [[Cell]] = [], notes: [String] = []) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    public struct Column: Sendable, Hashable {
        public var heading: String
        public var kind: Kind

        public init(_ heading: String, _ kind: Kind = .number) {
            self.heading = heading
            self.kind = kind
        }

        /// Text stands to the left, numbers to the right; an interval becomes three columns in a file.
        public enum Kind: Sendable, Hashable {
            case text
            case number
            case interval
        }
    }

    public enum Cell: Sendable, Hashable {
        case text(String)
        case count(Int)
        /// A share, 0 to 1.
        case share(Double)
        /// A difference of shares, −1 to 1.
        case points(Double)
        case mean(Double)
        case interval(ConfidenceInterval)
        /// The sentence that stands where a figure is withheld or undefined.
        case reason(String)
        /// Where the figure does not apply.
        case none
    }
}

extension ReportTable.Cell {
    var reason: String? {
        if case .reason(let sentence) = self { sentence } else { nil }
    }
}

/// Neighbouring cells of a row that share one reason are one cell with one sentence, on a page and in a terminal.
struct CellRun: Sendable, Hashable {
    var cell: ReportTable.Cell
    var columns: Range<Int>

    static func runs(of row: [ReportTable.Cell]) -> [CellRun] {
        var runs: [CellRun] = []
        for (column, cell) in row.enumerated() {
            if let last = runs.last, let reason = cell.reason, last.cell.reason == reason {
                runs[runs.count - 1].columns = last.columns.lowerBound..<column + 1
            } else {
                runs.append(CellRun(cell: cell, columns: column..<column + 1))
            }
        }
        return runs
    }
}
