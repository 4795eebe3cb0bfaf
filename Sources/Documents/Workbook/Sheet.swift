/// A sheet of a workbook as it stands in the file.
public struct Sheet: Sendable, Hashable {
    /// A row that the file holds; rows without cells may be left out of it.
    public struct Row: Sendable, Hashable {
        /// 1-based.
        public let number: Int
        /// From column A to the last cell that is not empty.
        public let cells: [SheetCell]
    }

    public let name: String
    /// False for hidden sheets, and for those that only a program can show.
    public let isVisible: Bool
    /// Ascending by number.
    public let rows: [Row]
}

/// What a cell holds.
public enum SheetCell: Sendable, Hashable {
    case empty
    case text(String)
    /// A number as it stands in the file, a whole one without decimals: `680`, `12.5`.
    case number(String)
    /// A number with a date's or a time's format, in ISO 8601: `2016-01-11`, `2016-01-11T13:00:00`, `13:00:00`.
    case date(String)
    case boolean(Bool)
    /// The formula without its `=`. What the program last calculated is not read: it may be anything.
    case formula(String)
    /// `#N/A` and the like.
    case error(String)

    /// The text a list has in the cell.
    public var text: String {
        switch self {
        case .empty: ""
        case .text(let text), .number(let text), .date(let text), .error(let text): text
        case .boolean(let value): value ? "TRUE" : "FALSE"
        case .formula(let formula): "=" + formula
        }
    }
}
