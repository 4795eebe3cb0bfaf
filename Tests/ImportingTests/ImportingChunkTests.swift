import Operations
import Participants
import Registers
import Storage
import Testing

@Suite("Imports in chunks")
struct ImportingChunkTests {
    /// What a store says of a list, with addresses in the place of identifiers, which are drawn.
    private struct Account: Equatable {
        var people: [String]
        var registered: [String: [String]]
        var lines: [String]
    }

    private static func account(of fixture: ImportingFixture) async throws -> Account {
        let state = try await fixture.state()
        let addresses = Dictionary(state.people.map { ($0.id, $0.email) }) { first, _ in first }
        return Account(
            people: state.people.map { "\($0.email) \($0.name) \($0.municipality?.rawValue ?? "")" }.sorted(),
            registered: Dictionary(
                state.registrations.map { (addresses[$0.participant] ?? "", $0.themes.map(\.rawValue)) }
            ) { first, _ in first },
            lines: state.lines.map { line in
                let person = line.participant.flatMap { addresses[$0] } ?? ""
                let isNew = line.effect == .new
                return "\(line.line) \(line.outcome) \(line.reason ?? "") \(person) \(isNew) \(line.warnings) "
                    + "\(line.cells ?? []) \(line.mergedIntoLine ?? 0)"
            })
    }

    @Test(
        "A list gives the same store whatever the size of a chunk, also where a person's rows are in several",
        arguments: ["01_excel_sv_windows1252.csv", "04_anmalningssystem_export.csv", "05_sammanslagen_lista.csv"],
        [1, 7, 100])
    func sizeDoesNotMatter(file: String, chunk: Int) async throws {
        let whole = try await ImportingFixture()
        let report = try await whole.run(file)
        let chunked = try await ImportingFixture(chunk: chunk)
        #expect(try await chunked.run(file).people == report.people)
        let account = try await Self.account(of: chunked)
        #expect(account == (try await Self.account(of: whole)))
        // Rows that were merged into somebody of an earlier chunk say into whom.
        #expect(account.lines.contains { $0.contains(" merged ") })
        // And once more changes nothing.
        let before = try await chunked.state()
        #expect(try await chunked.run(file).isRepeated)
        #expect(try await chunked.state() == before)
    }

    @Test("A list that meets people gives the same store whatever the size of a chunk", arguments: [1, 3, 100])
    func sizeDoesNotMatterWhereSomeAreKnown(chunk: Int) async throws {
        let known = "Namn;E-post;Roll\nAda Bo;a@example.org;\nZeb Alm;z@example.org;chef\n"
        // Ada's role is filled, Per has Zeb's address, and others are new, rejected and merged.
        let list =
            "Namn;E-post;Roll\nPer Ek;z@example.org;\nMia Ek;m@example.org;\nAda Bo;a@example.org;ordförande\n"
            + "Mia Ek;m@example.org;\nUtan Adress;;\nOla Ed;o@example.org;\nPer Ek;z@example.org;\n"
        let whole = try await ImportingFixture()
        let chunked = try await ImportingFixture(chunk: chunk)
        var reports: [ImportReport] = []
        for fixture in [whole, chunked] {
            try await fixture.run(text: known)
            reports.append(try await fixture.run(text: list))
        }
        #expect(reports[0].people == reports[1].people)
        #expect(reports[1].people.new == 2 && reports[1].people.filled == 1)
        #expect(reports[1].people.conflictingLines == [2])
        let account = try await Self.account(of: chunked)
        #expect(account == (try await Self.account(of: whole)))
        // What Per's row said is kept, since it waits.
        #expect(account.lines.contains { $0.hasPrefix("2 kept email_conflict_stored") && $0.contains("Per Ek") })
    }

    @Test("Somebody with another name than is stored is told in the order of the file")
    func conflictsStandInTheOrderOfTheFile() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post\nZeb Alm;z@example.org\nAda Bo;a@example.org\n")
        let report = try await fixture.run(text: "Namn;E-post\nPer Ek;z@example.org\nEva Dal;a@example.org\n")
        #expect(report.people.conflictingLines == [2, 3])
    }

    @Test("A file that is handed in again tells what waits since the first time")
    func repeatedFileTellsWhatWaits() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post\nZeb Alm;z@example.org\n")
        let list = "Namn;E-post\nAda Bo;a@example.org\nPer Ek;z@example.org\n"
        #expect(try await fixture.run(text: list).people.conflictingLines == [3])
        let again = try await fixture.run(text: list)
        #expect(again.isRepeated)
        #expect(again.people.conflictingLines == [3])
    }

    @Test("A long list whose encoding only a late byte tells is looked at whole", arguments: [true, false])
    func lateByte(isLatin: Bool) throws {
        let row = Array("Ada Bo;a@example.org\n".utf8)
        let rows = Array(repeating: row, count: 5_000).flatMap(\.self)
        let last: [UInt8] = isLatin ? [0xE5, 0x0A] : [0x0A]
        let file = ImportedFile(name: "lista.csv", bytes: Array("Namn;Kontaktväg\n".utf8) + rows + last)
        var header = ""
        try file.check { source in
            if case .text(let utf8, _) = source {
                header = String(decoding: utf8.prefix { $0 != 0x0A }, as: UTF8.self)
            }
        }
        #expect(header == (isLatin ? "Namn;KontaktvÃ¤g" : "Namn;Kontaktväg"))
    }
}
