/// An Excel workbook (Office Open XML, ECMA-376), read whole: the text of its sheets, no more.
///
/// Reads through libzip and libxml2's streaming reader; no entity is resolved, no other file is opened, nothing is
/// calculated. Blocks while it reads; call it from a thread that may.
public struct Workbook: Sendable, Hashable {
    public let sheets: [Sheet]

    /// Whether the bytes begin as a zip archive or an old workbook does: worth trying as a workbook.
    public static func looksLikeOne(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || isCompoundFile(bytes)
    }

    /// - Throws: ``WorkbookError`` for anything that is not a workbook within the limits.
    public init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        guard !Workbook.isCompoundFile(bytes) else { throw .oldFormatOrPassword }
        guard Workbook.looksLikeOne(bytes) else { throw .notAWorkbook }
        let archive = try ZipArchive(bytes, limits: limits)
        let parts = try WorkbookParts(archive)
        let strings = try SharedStrings(archive, parts)
        let styles = try CellStyles(archive, parts)
        var cellsLeft = limits.cells
        var sheets: [Sheet] = []
        for entry in parts.sheets {
            let reader = SheetReader(
                name: entry.name, strings: strings, styles: styles, uses1904: parts.uses1904, limits: limits)
            let rows = try reader.rows(archive, part: entry.part, cellsLeft: &cellsLeft)
            sheets.append(Sheet(name: entry.name, isVisible: entry.isVisible, rows: rows))
        }
        self.sheets = sheets
    }

    private static func isCompoundFile(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }
}
