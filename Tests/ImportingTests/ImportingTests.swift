import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Importing lists into the store")
struct ImportingTests {
    @Test("People, registrations, themes and every record's outcome are kept")
    func whole() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run("01_excel_sv_windows1252.csv")
        // The numbers stand in Tests/Fixtures/imports/EXPECTED.md.
        #expect(!report.isRepeated)
        #expect(report.people == StoredPeople(new: 117))
        let stored = try await fixture.state()
        #expect(stored.people.count == 117)
        #expect(stored.registrations.count == 117)
        #expect(stored.imports.map(\.records) == [140])
        #expect(stored.imports.map { [$0.kept, $0.merged, $0.rejected, $0.skipped] } == [[117, 11, 10, 2]])
        #expect(stored.lines.count == 140)
        let bjorn = try #require(stored.people.first { $0.email == "bjorn.falk@xn--gteborg-90a.example.org" })
        #expect(bjorn.municipality == MunicipalityCode("1480"))
        #expect(bjorn.organisationKey?.rawValue == "municipality:1480")
        // Line 22 is merged into line 4: both lines name the same person.
        #expect(stored.lines.filter { [4, 22].contains($0.line) }.map(\.participant) == [bjorn.id, bjorn.id])
        #expect(stored.lines.first { $0.line == 22 }?.mergedIntoLine == 4)
        #expect(stored.registrations.first { $0.participant == bjorn.id }?.themes == [ThemeID("skolsituationen")])
        #expect(stored.lines.first { $0.line == 9 }?.reason == "email_missing")
        #expect(stored.lines.first { $0.line == 9 }?.participant == nil)
    }

    @Test("The same file twice changes nothing", arguments: ["02_utf8_bom_komma.csv", "06_deltagarlista.xlsx"])
    func twice(file: String) async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run(file)
        let before = try await fixture.state()
        let second = try await fixture.run(file)
        #expect(second.isRepeated)
        #expect(second.id == first.id)
        #expect(second.people == StoredPeople())
        #expect(try await fixture.state() == before)
    }

    @Test("An import that was cut off goes on where it ended")
    func cutOff() async throws {
        let whole = try await ImportingFixture()
        _ = try await whole.run("01_excel_sv_windows1252.csv")
        let fixture = try await ImportingFixture()
        let report = try await fixture.run("01_excel_sv_windows1252.csv")
        // What a process that died after its first transactions leaves: later lines and their people are missing.
        try await fixture.store.write { writer in
            let people = try writer.query(
                "SELECT participant FROM import_records WHERE line > 60 AND outcome = 'kept'", [])
            try writer.execute("DELETE FROM import_records WHERE line > 60", [])
            try writer.execute("DELETE FROM participants WHERE id = $1", each: people.map { [$0.value(0)] })
        }
        #expect(try await fixture.state().people.count < 117)
        let resumed = try await fixture.run("01_excel_sv_windows1252.csv")
        #expect(!resumed.isRepeated)
        #expect(resumed.id == report.id)
        let state = try await fixture.state()
        let expected = try await whole.state()
        #expect(state.people.map(\.email).sorted() == expected.people.map(\.email).sorted())
        #expect(state.lines.map(\.outcome) == expected.lines.map(\.outcome))
        #expect(state.lines.map(\.line) == expected.lines.map(\.line))
        let known = Set(state.people.map(\.id))
        #expect(state.lines.allSatisfy { ($0.participant == nil) == ["rejected", "skipped"].contains($0.outcome) })
        #expect(state.lines.compactMap(\.participant).allSatisfy(known.contains))
    }

    @Test("Somebody known keeps what is stored, what is empty is filled, and another name is left to a person")
    func known() async throws {
        let fixture = try await ImportingFixture()
        _ = try await fixture.run(text: "Namn;E-post;Kommun\nBo Ek;bo@example.org;\nAnna Öst;anna@example.org;Umeå\n")
        let report = try await fixture.run(
            text: """
                Namn;E-post;Kommun;Roll
                Bosse Ek;bo+x@example.org;Kalmar;Rektor
                Johan Falk;anna@example.org;Luleå;Chef
                Eva Ny;eva@example.org;Luleå;Chef
                """)
        #expect(report.people.new == 1)
        #expect(report.people.filled == 1)
        #expect(report.people.conflictingLines == [3])
        let state = try await fixture.state()
        let bo = try #require(state.people.first { $0.emailKey == "bo@example.org" })
        #expect(
            [bo.name, bo.email, bo.municipality?.rawValue, bo.role] == ["Bo Ek", "bo@example.org", "0880", "Rektor"])
        let anna = try #require(state.people.first { $0.emailKey == "anna@example.org" })
        #expect([anna.name, anna.municipality?.rawValue, anna.role] == ["Anna Öst", "2480", nil])
    }

    @Test("A file that is no list changes nothing")
    func noList() async throws {
        let fixture = try await ImportingFixture()
        await #expect(throws: ImportFailure.self) { try await fixture.run(text: "hej\n") }
        #expect(try await fixture.state().imports.isEmpty)
    }

    @Test("People who come from no file are registered once")
    func registered() async throws {
        let fixture = try await ImportingFixture()
        let people = try fixture.outcome(text: "Namn;E-post\nBo Ek;bo@example.org\n").kept
        #expect(try await fixture.register(people) == StoredPeople(new: 1))
        #expect(try await fixture.register(people) == StoredPeople(known: 1))
        #expect(try await fixture.state().registrations.count == 1)
    }
}
