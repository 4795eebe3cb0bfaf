import SourceText

/// The first records of a list in each way in which it can be read, before it is known which is right.
enum FirstRecords {
    /// The records among which a header is looked for, and some after them that tell what stands below it.
    private static let count = 40

    static func readings(of source: ImportSource) -> [[ImportRow]] {
        switch source {
        case .text(let utf8, _):
            if let declared = DeclaredSeparatorDialect.text(utf8) { return [rows(declared)] }
            return [";", ",", "\t"].compactMap(\.utf8.first).map { rows(DelimitedText(utf8: utf8, separator: $0)) }
        case .sheets(let sheets):
            return sheets.filter(\.isVisible).map { sheet in
                sheet.rows.prefix(count).map { ImportRow(line: $0.line, cells: $0.cells.map(CellText.cleaned)) }
            }
        }
    }

    private static func rows(_ text: DelimitedText) -> [ImportRow] {
        text.prefix(count).map { ImportRow(line: $0.line, endLine: $0.endLine, cells: $0.cells.map(CellText.cleaned)) }
    }
}

extension ImportRow {
    /// How many cells hold more than the separators of a reading that was not the right one.
    var cellCount: Int {
        cells.count { cell in
            !cell.utf8.allSatisfy { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == 0x09 }
        }
    }
}
