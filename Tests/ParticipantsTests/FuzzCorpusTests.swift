import Documents
import Foundation
import FuzzedReaders
import Participants
import Testing

@Suite("The kept corpora of the fuzzers")
struct FuzzCorpusTests {
    @Test("Every kept input is read without a trap and breaks no promise", arguments: FuzzedReader.allCases)
    func keptInputsAreRead(reader: FuzzedReader) throws {
        let importer = ParticipantImport(frame: try #require(Fixtures.frame))
        let folder = "Tests/Fixtures/fuzzing/\(reader.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: Fixtures.root.appending(path: folder).path())
        #expect(names.count > 20)
        for name in names.sorted() {
            let broken = reader.brokenPromise(by: try Fixtures.bytes("\(folder)/\(name)"), importer)
            #expect(broken == nil, "\(folder)/\(name)")
        }
    }

    @Test("The kept corpora are smaller than a megabyte together")
    func corporaAreSmall() throws {
        var sum = 0
        for reader in FuzzedReader.allCases {
            let folder = Fixtures.root.appending(path: "Tests/Fixtures/fuzzing/\(reader.rawValue)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
                sum += try Data(contentsOf: folder.appending(path: name)).count
            }
        }
        #expect(sum < 1 << 20)
    }

    @Test("The parts of one fuzzed input are the workbook that they say")
    func partsMakeAWorkbook() throws {
        let parts = [
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Lista\" r:id=\"a\"/></sheets></workbook>",
            "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></R>",
            "<worksheet><sheetData><row><c t=\"str\"><v>Å</v></c></row></sheetData></worksheet>",
        ]
        let archive = WorkbookPartsInput.archive(of: Array(parts.joined(separator: "\u{1E}").utf8))
        let sheets = try Workbook(archive).sheets
        #expect(sheets.map(\.name) == ["Lista"])
        #expect(sheets.first?.rows.first?.cells == [.text("Å")])
    }
}
