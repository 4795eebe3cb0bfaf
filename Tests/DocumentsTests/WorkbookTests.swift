import Documents
import Testing

@Suite("Workbooks")
struct WorkbookTests {
    @Test("Sheets keep their order, names and visibility")
    func sheets() throws {
        let workbook = try Workbook(TestWorkbook.bytes(""))
        #expect(workbook.sheets.map(\.name) == ["Dold", "Lista"])
        #expect(workbook.sheets.map(\.isVisible) == [false, true])
    }

    @Test(
        "Each kind of cell is read as what it is",
        arguments: [
            ("<c r=\"A1\" t=\"s\"><v>0</v></c>", SheetCell.text("Namn")),
            ("<c r=\"A1\" t=\"s\"><v>1</v></c>", .text("Åsa ")),
            ("<c r=\"A1\" t=\"s\"><v>2</v></c>", .text("a\rb_x00")), ("<c r=\"A1\" t=\"s\"><v>9</v></c>", .empty),
            ("<c r=\"A1\"><v>680</v></c>", .number("680")), ("<c r=\"A1\"><v>680.0</v></c>", .number("680")),
            ("<c r=\"A1\"><v>12.5</v></c>", .number("12.5")), ("<c r=\"A1\"><v>1E400</v></c>", .text("1E400")),
            ("<c r=\"A1\" t=\"b\"><v>1</v></c>", .boolean(true)),
            ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", .error("#N/A")),
            ("<c r=\"A1\"><f>1+1</f><v>2</v></c>", .formula("1+1")),
            ("<c r=\"A1\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>evil@example.org</v></c>", .formula("")),
            ("<c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c>", .text("x")),
            ("<c r=\"A1\" s=\"3\"><v>2</v></c>", .number("2")),
        ])
    func cells(xml: String, expected: SheetCell) throws {
        let rows = try Workbook(TestWorkbook.bytes("<row r=\"1\">\(xml)</row>")).sheets[1].rows
        #expect(rows.first?.cells == (expected == .empty ? [] : [expected]))
    }

    /// Serial numbers as Excel shows them: 42391 is 2016-01-22, 1 is 1900-01-01, 59 is 1900-02-28, 61 is 1900-03-01.
    @Test(
        "Numbers with a date's format become ISO dates",
        arguments: [
            ("1", "42391", "2016-01-22"), ("2", "42391.5", "2016-01-22T12:00:00"), ("1", "1", "1900-01-01"),
            ("1", "59", "1900-02-28"), ("1", "61", "1900-03-01"), ("2", "0.54166666666666663", "13:00:00"),
            ("1", "2958465", "9999-12-31"),
        ])
    func dates(style: String, serial: String, expected: String) throws {
        let rows = try Workbook(
            TestWorkbook.bytes("<row r=\"1\"><c r=\"A1\" s=\"\(style)\"><v>\(serial)</v></c></row>")
        )
        .sheets[1].rows
        #expect(rows.first?.cells == [.date(expected)])
    }

    @Test("Days counted from 1904, and numbers no calendar holds")
    func otherDates() throws {
        let row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>40929</v></c><c r=\"B1\" s=\"1\"><v>-1</v></c></row>"
        let book = TestWorkbook.book.replacing("<sheets>", with: "<workbookPr date1904=\"1\"/><sheets>")
        #expect(
            try Workbook(TestWorkbook.bytes(row, book: book)).sheets[1].rows.first?.cells
                == [.date("2016-01-22"), .number("-1")])
    }

    @Test("Rows and cells that the file leaves out keep the others in their places")
    func gaps() throws {
        let data = "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"D2\"/></row><row r=\"5\"/><row><c><v>3</v></c></row>"
        let rows = try Workbook(TestWorkbook.bytes(data)).sheets[1].rows
        #expect(rows.map(\.number) == [2, 5, 6])
        #expect(rows.map(\.cells) == [[.empty, .number("1")], [], [.number("3")]])
    }

    @Test("What is no workbook is told apart")
    func strangers() {
        #expect(throws: WorkbookError.notAWorkbook) { try Workbook(Array("Namn;E-post".utf8)) }
        #expect(throws: WorkbookError.notAWorkbook) { try Workbook([]) }
        #expect(throws: WorkbookError.oldFormatOrPassword) { try Workbook([0xD0, 0xCF, 0x11, 0xE0, 0xA1]) }
        #expect(throws: WorkbookError.damaged(part: "the archive")) { try Workbook([0x50, 0x4B, 3, 4, 0, 0]) }
        #expect(throws: WorkbookError.missing(part: "xl/workbook.xml")) {
            try Workbook(ZipWriter.archive([("a", [1])]))
        }
    }
}
