public import Chronology

/// An Excel workbook to be written: lists with a heading row, in sheets.
///
/// ``write(to:)`` makes the file. The same value always makes the same bytes: nothing of the machine, the clock or
/// the person enters it.
public struct Spreadsheet: Sendable, Hashable {
    /// The title among the document's properties.
    public var title: String
    /// When the document says that it was made, to the second. One before 1970 is written as 1970.
    public var created: Timestamp
    public var sheets: [Sheet]

    public init(title: String, created: Timestamp, sheets: [Sheet]) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }

    public struct Sheet: Sendable, Hashable {
        /// 1 to 31 characters as Excel counts them (UTF-16), none of `[ ] : * ? / \`, no apostrophe at either end.
        public var name: String
        /// Lines above the headings, such as that the data is simulated. A program that reads the list skips them.
        public var notices: [String]
        /// The heading row: bold, it stays when the list is scrolled, and it carries the filter.
        public var header: [String]
        public var rows: [[Cell]]

        public init(name: String, notices: [String] = [], header: [String], rows: [[Cell]]) {
            self.name = name
            self.notices = notices
            self.header = header
            self.rows = rows
        }
    }

    public enum Cell: Sendable, Hashable {
        /// Stays the text it is: never a formula, an address to follow, or a number. `0680` keeps its zero.
        case text(String)
        case number(Double)
        case empty
    }
}

extension Spreadsheet.Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }

    public static func count(_ count: Int) -> Spreadsheet.Cell { .number(Double(count)) }
}
