import Documents
import Foundation
import Testing

/// Workbooks that Python's zip writer made: `Tests/Fixtures/workbooks/make.py`.
@Suite("Hostile workbooks from another writer")
struct HostileWorkbookTests {
    private static let sheet = "xl/worksheets/sheet1.xml"

    private static func bytes(_ name: String) throws -> [UInt8] {
        let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/workbooks/\(name).xlsx")
        return Array(try Data(contentsOf: place))
    }

    @Test(
        "Each ends in its own error", .timeLimit(.minutes(1)),
        arguments: [
            ("bomb", .packedTooTightly(part: sheet, limit: 200)), ("outside", .documentType(part: sheet)),
            ("laughs", .documentType(part: "xl/sharedStrings.xml")),
            ("million-columns", .packedTooTightly(part: sheet, limit: 200)),
            ("many-columns", .tooManyColumns(sheet: "Blad 1", row: 1, limit: 16_384)),
            ("many-sheets", .tooManySheets(limit: 1_000)), ("smaller-stated", .damaged(part: sheet)),
            ("larger-stated", .tooLarge(part: sheet, limitInBytes: 256 << 20)), ("encrypted", .encrypted),
        ] as [(String, WorkbookError)])
    func errors(name: String, error: WorkbookError) throws {
        let bytes = try Self.bytes(name)
        #expect(throws: error) { try Workbook(bytes) }
    }

    @Test("The same without what is hostile is read")
    func harmless() throws {
        let rows = try Workbook(try Self.bytes("harmless")).sheets.first?.rows.map { $0.cells.map(\.text) }
        #expect(rows == [["Namn", "E-post"], ["Bo Ek", "bo@example.org"]])
    }

    @Test("An archive that says it has more parts than the limit is refused before it is opened")
    func statedParts() throws {
        var bytes = try Self.bytes("harmless")
        let end = bytes.count - 22
        #expect(Array(bytes[end..<end + 4]) == [0x50, 0x4B, 5, 6])
        for place in [8, 9, 10, 11] { bytes[end + place] = 0xFF }
        #expect(throws: WorkbookError.tooManyParts(limit: 4_000)) { try Workbook(bytes) }
    }

    @Test("Empty rows, empty cells and shared texts count")
    func empties() {
        var limits = WorkbookLimits()
        limits.cells = 20
        let empty = String(repeating: "<row/>", count: 21)
        #expect(throws: WorkbookError.tooManyCells(sheet: "Lista", row: 21, limit: 20)) {
            try Workbook(TestWorkbook.bytes(empty), limits: limits)
        }
        #expect(throws: WorkbookError.tooManyCells(sheet: "Lista", row: 1, limit: 20)) {
            try Workbook(TestWorkbook.bytes("<row>\(String(repeating: "<c/>", count: 20))</row>"), limits: limits)
        }
        #expect(throws: Never.self) {
            try Workbook(TestWorkbook.bytes("<row>\(String(repeating: "<c/>", count: 19))</row>"), limits: limits)
        }
        limits.cells = 2
        #expect(throws: WorkbookError.tooManyTexts(limit: 2)) { try Workbook(TestWorkbook.bytes(""), limits: limits) }
    }

    @Test("What says where the parts are is held to a limit of its own")
    func structure() {
        var limits = WorkbookLimits()
        limits.structureBytes = 100
        #expect(throws: WorkbookError.self) { try Workbook(TestWorkbook.bytes(""), limits: limits) }
        limits = WorkbookLimits()
        limits.packedBytes = 100
        #expect(throws: WorkbookError.tooLarge(part: "zip", limitInBytes: 100)) {
            try Workbook(TestWorkbook.bytes(""), limits: limits)
        }
    }

    @Test(
        "A document type in any part that is read",
        arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"])
    func documentTypes(part: String) {
        let prolog = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
        let parts = [
            ("xl/workbook.xml", TestWorkbook.book), ("xl/_rels/workbook.xml.rels", TestWorkbook.relationships),
            ("xl/sharedStrings.xml", TestWorkbook.strings), ("xl/styles.xml", TestWorkbook.styles),
            ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
            ("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>"),
        ]
        let bytes = ZipWriter.archive(parts.map { ($0, Array((($0 == part ? prolog : "") + $1).utf8)) })
        #expect(throws: WorkbookError.documentType(part: part)) { try Workbook(bytes) }
    }
}
