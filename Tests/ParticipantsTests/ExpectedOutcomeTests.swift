import Foundation
import Participants
import Registers
import SourceText
import Testing

@Suite("The six files, record by record")
struct ExpectedOutcomeTests {
    static let files = [
        "01_excel_sv_windows1252.csv", "02_utf8_bom_komma.csv", "03_tabbseparerad.txt",
        "04_anmalningssystem_export.csv", "05_sammanslagen_lista.csv", "06_deltagarlista.xlsx",
    ]

    /// The expected files were made with the lists and confirmed by an independent reading of the bytes.
    @Test("Every column of every record is as expected", arguments: files)
    func records(file: String) throws {
        let frame = try #require(Fixtures.frame)
        let stem = try #require(file.split(separator: ".").first)
        let expected = DelimitedText.records(
            in: try Fixtures.bytes("Tests/Fixtures/imports/EXPECTED_\(stem).csv"), separator: UInt8(ascii: ","))
        let source = try Fixtures.source(try Fixtures.bytes("seeds/demo/imports/\(file)"))
        let outcome = try ParticipantImport(frame: frame).outcome(of: source)
        #expect(expected.first?.cells == ImportOutcome.columnNames)
        #expect(expected.count > 70)
        for (found, wanted) in zip(outcome.records, expected.dropFirst()) {
            #expect(outcome.cells(of: found) == wanted.cells, "\(file):\(found.line)")
        }
        #expect(outcome.records.count == expected.count - 1)
        let text = try String(
            contentsOf: Fixtures.root.appending(path: "Tests/Fixtures/imports/EXPECTED_\(stem).csv"), encoding: .utf8)
        #expect(outcome.csv() == text)
    }

    @Test(
        "Columns that nobody asked for are not read",
        arguments: [
            ("02_utf8_bom_komma.csv", ["Övrigt"]), ("03_tabbseparerad.txt", ["Telefon"]),
            ("04_anmalningssystem_export.csv", ["Inskickad"]), ("06_deltagarlista.xlsx", ["Anmäld"]),
        ])
    func droppedColumns(file: String, dropped: [String]) throws {
        let frame = try #require(Fixtures.frame)
        let source = try Fixtures.source(try Fixtures.bytes("seeds/demo/imports/\(file)"))
        #expect(try ParticipantImport(frame: frame).outcome(of: source).droppedColumns == dropped)
    }
}
