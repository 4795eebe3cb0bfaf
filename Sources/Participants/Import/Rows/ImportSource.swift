public import SourceText

/// What a file holds, before anything is known about its columns.
public enum ImportSource: Sendable {
    /// Text in UTF-8, and the encoding it came in.
    case text(utf8: [UInt8], encoding: TextEncoding)
    /// A workbook's sheets, in their order.
    case sheets([ImportSheet])

    /// A file of text, whatever its encoding.
    public static func file(_ bytes: [UInt8]) -> ImportSource {
        let decoded = TextEncoding.decoded(bytes)
        return .text(utf8: decoded.utf8, encoding: decoded.encoding)
    }

    var encoding: TextEncoding? {
        guard case .text(_, let encoding) = self else { return nil }
        return encoding
    }
}

/// One sheet: rows with their numbers, ascending. Rows that are not there are blank.
public struct ImportSheet: Sendable, Hashable {
    public var name: String
    public var isVisible: Bool
    public var rows: [ImportRow]

    public init(name: String, isVisible: Bool, rows: [ImportRow]) {
        self.name = name
        self.isVisible = isVisible
        self.rows = rows
    }
}
