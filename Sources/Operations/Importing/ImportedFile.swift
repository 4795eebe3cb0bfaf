public import Documents
public import Participants

/// A file of people as it was handed in.
public struct ImportedFile: Sendable {
    /// Its name without folders.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// SHA-256 of the bytes in lower-case hex.
    public var digest: String { ContentDigest.hexadecimal(of: bytes) }

    /// What the file holds: the sheets of a workbook, or text.
    public func source() throws(WorkbookError) -> ImportSource {
        guard Workbook.looksLikeOne(bytes) else { return .file(bytes) }
        return .sheets(
            try Workbook(bytes).sheets.map { sheet in
                ImportSheet(
                    name: sheet.name, isVisible: sheet.isVisible,
                    rows: sheet.rows.map { ImportRow(line: $0.number, cells: $0.cells.map(\.text)) })
            })
    }

    /// Looks for a header with a check that fails where there is none: in the beginning of a long text, and in the whole
    /// only where it is not there.
    public func check(_ check: (ImportSource) throws -> Void) throws {
        if let beginning, (try? check(beginning)) != nil { return }
        try check(source())
    }

    /// Enough of a long text to find its header in: whole lines from its beginning. `nil` for a workbook, for a text in an
    /// encoding of several bytes, and for one that is not long.
    var beginning: ImportSource? {
        let start = bytes.prefix(Self.longestBeginning)
        guard start.count < bytes.count, !Workbook.looksLikeOne(bytes), !start.contains(0),
            let end = start.lastIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let lines = Array(start[...end])
        // A byte further on may tell that the whole is in another encoding than its beginning seems to be.
        guard lines.allSatisfy({ $0 < 0x80 }) || Self.isUTF8(lines) == Self.isUTF8(bytes) else { return nil }
        return .file(lines)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    private static let longestBeginning = 64 * 1024
}
