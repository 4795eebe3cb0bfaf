import Documents
import Testing

@Suite("Hostile workbooks end in a clear error")
struct WorkbookLimitTests {
    @Test(
        "A document type, with entities from inside or outside",
        arguments: [
            "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
        ])
    func documentType(prolog: String) {
        let bytes = TestWorkbook.bytes("<row><c t=\"str\"><v>&a;</v></c></row>", prolog: prolog)
        #expect(throws: WorkbookError.documentType(part: "xl/worksheets/sheet1.xml")) { try Workbook(bytes) }
    }

    @Test("An entity that nobody declared")
    func undeclaredEntity() {
        let bytes = TestWorkbook.bytes("<row><c t=\"str\"><v>&a;</v></c></row>")
        #expect(throws: WorkbookError.damaged(part: "xl/worksheets/sheet1.xml")) { try Workbook(bytes) }
    }

    @Test("A part that is packed thousands of times")
    func bomb() {
        let bytes = TestWorkbook.bytes(sheet: String(repeating: " ", count: 8 << 20) + "<worksheet/>")
        #expect(bytes.count < 64 << 10)
        #expect(throws: WorkbookError.packedTooTightly(part: "xl/worksheets/sheet1.xml", limit: 200)) {
            try Workbook(bytes)
        }
    }

    @Test("A part larger than the limit, and one that says it is smaller than it is")
    func size() throws {
        var limits = WorkbookLimits()
        limits.unpackedBytes = 2_000
        let row = "<row><c><v>1</v></c></row>"
        let bytes = TestWorkbook.bytes(String(repeating: row, count: 500))
        #expect(throws: WorkbookError.tooLarge(part: "xl/worksheets/sheet1.xml", limitInBytes: 2_000)) {
            try Workbook(bytes, limits: limits)
        }
        // The stated size stands in the directory entry and in the part's own header; make both small.
        let size = "<worksheet><sheetData>\(String(repeating: row, count: 500))</sheetData></worksheet>".utf8.count
        let stated = [UInt8(size & 0xFF), UInt8(size >> 8), 0, 0]
        var lying = bytes
        for place in 0..<lying.count - 4 where Array(lying[place..<place + 4]) == stated {
            lying.replaceSubrange(place..<place + 4, with: [100, 0, 0, 0])
        }
        #expect(lying != bytes)
        #expect(throws: WorkbookError.self) { try Workbook(lying) }
    }

    @Test("A million empty columns, and a cell far to the right")
    func columns() {
        let wide = TestWorkbook.bytes("<row>\(String(repeating: "<c/>", count: 1_000_000))</row>")
        var limits = WorkbookLimits()
        limits.packingRatio = 5_000
        #expect(throws: WorkbookError.tooManyColumns(sheet: "Lista", row: 1, limit: 16_384)) {
            try Workbook(wide, limits: limits)
        }
        #expect(throws: WorkbookError.self) { try Workbook(wide) }
        let far = TestWorkbook.bytes("<row><c r=\"XFD1\"><v>1</v></c></row>")
        #expect(throws: WorkbookError.tooManyColumns(sheet: "Lista", row: 1, limit: 1_000)) { try Workbook(far) }
        let empty = TestWorkbook.bytes("<row><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>")
        #expect(throws: Never.self) { try Workbook(empty) }
    }

    @Test("More rows, cells or parts than the limit")
    func counts() {
        #expect(throws: WorkbookError.tooManyRows(sheet: "Lista", limit: 1_048_576)) {
            try Workbook(TestWorkbook.bytes("<row r=\"1048577\"/>"))
        }
        var limits = WorkbookLimits()
        limits.cells = 5
        #expect(throws: WorkbookError.tooManyCells(sheet: "Lista", row: 2, limit: 5)) {
            try Workbook(
                TestWorkbook.bytes("<row><c r=\"C1\"><v>1</v></c></row><row><c r=\"C2\"><v>1</v></c></row>"),
                limits: limits)
        }
        limits.parts = 5
        #expect(throws: WorkbookError.tooManyParts(limit: 5)) { try Workbook(TestWorkbook.bytes(""), limits: limits) }
    }

    @Test(
        "Rows and cells out of order",
        arguments: [
            "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"0\"/>", "<row r=\"x\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
            "<row><c r=\"1\"/></row>",
        ])
    func order(data: String) {
        #expect(throws: WorkbookError.damaged(part: "xl/worksheets/sheet1.xml")) {
            try Workbook(TestWorkbook.bytes(data))
        }
    }

    @Test("A workbook with any byte changed or cut is read or refused, never a crash")
    func changedBytes() {
        var random = SeededGenerator(seed: 6)
        let bytes = TestWorkbook.bytes("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>42391</v></c></row>")
        for _ in 0..<1_500 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<changed.count, using: &random)] = .random(in: .min ... .max, using: &random)
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                changed.removeLast(Int.random(in: 0..<changed.count, using: &random))
            }
            _ = try? Workbook(changed)
        }
    }
}
