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
}
