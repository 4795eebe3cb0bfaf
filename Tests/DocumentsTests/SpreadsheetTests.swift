import Chronology
import Documents
import Foundation
import Testing

@Suite("Spreadsheets")
struct SpreadsheetTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "spreadsheet-\(UUID())").path
    private let created = Timestamp(seconds: 1_453_456_800)

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func written(_ book: Spreadsheet, _ name: String = "list.xlsx") throws -> [UInt8] {
        let path = "\(folder)/\(name)"
        try book.write(to: path)
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    private func book(_ rows: [[Spreadsheet.Cell]], name: String = "Lista", header: [String] = ["Namn"]) -> Spreadsheet
    {
        Spreadsheet(
            title: "Lista & <titel>", created: created,
            sheets: [Spreadsheet.Sheet(name: name, header: header, rows: rows)])
    }

    @Test(
        "Text comes back as the same text, and never as a formula, a number or anything else",
        arguments: [
            "=1+1", "+46 36 10 50 00", "-1", "@SUMMA(A1)", "0680", "  åäö ÅÄÖ é ", "https://example.org/a?b=1&c=2",
            "två\nrader", "tab\there", "a\rb", "\r\n", "\u{01}\u{1F}", "nul\u{0}slut", "\u{FFFE}\u{FFFF}",
            "\u{7F}\u{85}",
            "_x0041_", "_x005F_", "_xZZZZ_", "__x0001_", "]]><&\"'", "TRUE", "2016-01-22", "🦌👩‍👩‍👧", "{=A1}",
            String(repeating: "å", count: 256), String(repeating: "x", count: 32_767),
        ])
    func text(_ text: String) throws {
        let sheets = try Workbook(written(book([[.text(text)]]))).sheets
        // Compared by scalars: Swift's == takes some different texts for equal.
        guard case .text(let read)? = sheets.first?.rows.last?.cells.first else {
            Issue.record("no text: \(String(describing: sheets.first?.rows))")
            return
        }
        #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test("Numbers stay numbers, empty cells empty, and rows and sheets keep their places")
    func shape() throws {
        let book = Spreadsheet(
            title: "Två blad", created: created,
            sheets: [
                Spreadsheet.Sheet(
                    name: "Åäö", notices: ["Simulerade uppgifter"], header: ["Kod", "Antal", "Andel"],
                    rows: [["0680", 290, .number(0.25)], [.empty, 20, .empty], []]),
                Spreadsheet.Sheet(name: "Tomt", header: [], rows: []),
            ])
        let sheets = try Workbook(written(book)).sheets
        #expect(sheets.map(\.name) == ["Åäö", "Tomt"])
        #expect(sheets.map(\.isVisible) == [true, true])
        let rows = try #require(sheets.first).rows.filter { !$0.cells.isEmpty }
        #expect(rows.map(\.number) == [1, 2, 3, 4])
        #expect(
            rows.map(\.cells) == [
                [.text("Simulerade uppgifter")], [.text("Kod"), .text("Antal"), .text("Andel")],
                [.text("0680"), .number("290"), .number("0.25")], [.empty, .number("20")],
            ])
    }

    @Test("The same value makes the same bytes, with the title and the time it was given")
    func properties() throws {
        let bytes = try written(book([["a"]]))
        #expect(try written(book([["a"]]), "again.xlsx") == bytes)
        let core = try part("docProps/core.xml", of: "list.xlsx")
        #expect(core.contains("<dc:title>Lista &amp; &lt;titel&gt;</dc:title>"))
        // date -u -d @1453456800
        #expect(core.contains("2016-01-22T10:00:00Z</dcterms:created>"))
    }

    @Test("The heading row is bold and frozen and has a filter")
    func heading() throws {
        _ = try written(book([["a", "b"], ["c", "d"]], header: ["Ett", "Två"]))
        let sheet = try part("xl/worksheets/sheet1.xml", of: "list.xlsx")
        #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(sheet.contains("<autoFilter ref=\"A1:B3\"/>"))
        #expect(try part("xl/styles.xml", of: "list.xlsx").contains("<b/>"))
    }

    /// Read by Python's own zip and XML, which know nothing of ours.
    private func part(_ name: String, of file: String) throws -> String {
        let script = """
            import sys, zipfile, xml.dom.minidom as dom
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            for part in archive.namelist(): dom.parseString(archive.read(part))
            sys.stdout.buffer.write(archive.read(sys.argv[2]))
            """
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", script, "\(folder)/\(file)", name]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "A sheet's name that Excel refuses ends in an error",
        arguments: [
            "", String(repeating: "a", count: 32), "a/b", "a[1]", "a:b", "a*", "a?", "a\\b", "'a", "a'", "a\u{1}",
        ])
    func names(_ name: String) {
        #expect(throws: SpreadsheetError.sheetName(name)) { try written(book([], name: name)) }
    }

    @Test("31 letters of any kind are a name")
    func longName() throws {
        let name = String(repeating: "Å", count: 31)
        #expect(try Workbook(written(book([], name: name))).sheets.map(\.name) == [name])
    }

    @Test("What Excel would cut ends in an error that says where, and the old file stays")
    func limits() throws {
        let before = try written(book([["kvar"]]))
        let long = String(repeating: "x", count: 32_768)
        let twice = Spreadsheet.Sheet(name: "lista", header: [], rows: [])
        var double = book([])
        double.sheets.append(twice)
        let cases: [(Spreadsheet, SpreadsheetError)] = [
            (book([["a"], ["b", .text(long)]]), .textTooLong(sheet: "Lista", row: 3, column: 2, limit: 32_767)),
            (book(Array(repeating: [], count: 1_048_576)), .tooManyRows(sheet: "Lista", limit: 1_048_576)),
            (
                book([Array(repeating: .empty, count: 16_385)]),
                .tooManyColumns(sheet: "Lista", row: 2, limit: 16_384)
            ),
            (book([[.number(.nan)]]), .notANumber(sheet: "Lista", row: 2, column: 1)),
            (double, .sheetNameTwice("lista")),
            (Spreadsheet(title: "", created: created, sheets: []), .noSheets),
        ]
        for (book, error) in cases {
            #expect(throws: error) { try written(book) }
        }
        #expect([UInt8](try Data(contentsOf: URL(filePath: "\(folder)/list.xlsx"))) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["list.xlsx"])
    }

    @Test("A folder that is not there ends in an error that names the path")
    func noFolder() {
        let path = "\(folder)/saknas/list.xlsx"
        #expect(throws: SpreadsheetError.cannotWrite(path: path, reason: "No such file or directory")) {
            try book([]).write(to: path)
        }
    }
}
