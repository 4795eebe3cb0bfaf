/// Text of records and cells as RFC 4180 has it, with each record's physical lines.
///
/// CRLF, LF and a lone CR end lines, mixed as they come. A quoted cell may hold separators, line breaks and
/// doubled quotes. What the RFC leaves open is read so that nothing is lost: text after a closing quote belongs to
/// the cell, a quote inside an unquoted cell is a character, and so is an opening quote that is never closed, or
/// only on a later line by a quote with text after it (its record is marked): one stray quote does not swallow what
/// follows. A line
/// break at the very end does not begin a record; an empty line is a record of one empty cell.
///
/// Iterating is linear in the number of bytes and keeps one record at a time. Bytes that are not UTF-8 become
/// U+FFFD in the cells.
public struct DelimitedText: Sendable {
    public struct Record: Sendable, Hashable {
        /// The 1-based physical line where the record starts.
        public var line: Int
        /// The physical line where it ends: greater than `line` if a quoted cell holds line breaks.
        public var endLine: Int
        public var cells: [String]
        /// An opening quote in this record was never closed, and was read as a character.
        public var hasUnclosedQuote: Bool

        public init(line: Int, endLine: Int, cells: [String], hasUnclosedQuote: Bool = false) {
            self.line = line
            self.endLine = endLine
            self.cells = cells
            self.hasUnclosedQuote = hasUnclosedQuote
        }
    }

    let bytes: [UInt8]
    let separator: UInt8
    let start: Int
    let firstLine: Int

    /// - Parameters:
    ///   - utf8: the text, without a byte order mark.
    ///   - separator: an ASCII character that is neither a quote nor a line break; anything else leaves the whole
    ///     line as one cell.
    ///   - offset: where to begin, in bytes; the record there is said to start at `firstLine`.
    public init(utf8: [UInt8], separator: UInt8, from offset: Int = 0, firstLine: Int = 1) {
        bytes = utf8
        self.separator = separator
        start = Swift.min(Swift.max(offset, 0), utf8.count)
        self.firstLine = firstLine
    }

    public static func records(in text: String, separator: Character = ",") -> [Record] {
        Array(DelimitedText(utf8: Array(text.utf8), separator: separator.asciiValue ?? 0))
    }

    public static func records(in utf8: [UInt8], separator: UInt8) -> [Record] {
        Array(DelimitedText(utf8: utf8, separator: separator))
    }
}

extension DelimitedText: Sequence {
    public func makeIterator() -> DelimitedTextReader {
        DelimitedTextReader(self)
    }
}
