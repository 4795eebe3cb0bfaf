import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing
import Wording

@Suite("Deciding a conflict anew")
struct DecidingAnewTests {
    private static let two =
        "Namn;E-post;Kommun;Roll\nAnna Ek;delad@example.org;Kalmar;\nBo Ål;delad@example.org;Umeå;Rektor\n"
    private static let double = "Namn;E-post;Kommun\nÅsa Ek;asa@example.org;Kalmar\nÅsa Ek;asa.ek@example.org;Kalmar\n"

    @Test("A row that was ignored in two imports waits in the second when the first is taken back, with what it said")
    func ignoredInTwo() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post\nAnna Ek;delad@example.org\n")
        let row = "Namn;E-post;Roll\nBo Ål;delad@example.org;Rektor\n"
        let first = try await fixture.run(text: row)
        let second = try await fixture.run(text: row + "\n")
        let conflict = try #require(try await fixture.conflicts().first)
        #expect(try await fixture.decide(conflict, .ignore) == .decided(rows: 2))
        #expect(try await fixture.rejected(second.id).rows.isEmpty)
        #expect(try await fixture.undo(first.id) == .undone(removed: 0, changedBack: 0))
        #expect(try await fixture.rejected(second.id).rows.map(\.cells) == [["Bo Ål", "delad@example.org", "Rektor"]])
        #expect(try await fixture.rejected(second.id).rows.map(\.reason) == ["email_conflict_stored"])
        let again = try #require(try await fixture.conflicts().first)
        #expect(again.key == conflict.key && again.place?.importID == second.id)
        try await fixture.decide(again, .shared)
        #expect(try await fixture.state().people.map(\.role).contains("Rektor"))
    }

    @Test("An ignored row stays ignored while its import stands, and an undo of another import wakes nobody else's")
    func ignoredStays() async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run(text: Self.two)
        try await fixture.decide(try #require(try await fixture.conflicts().first), .ignore)
        let other = try await fixture.run(text: "Namn;E-post\nCia Öst;cia@example.org\n")
        #expect(try await fixture.undo(other.id) == .undone(removed: 1, changedBack: 0))
        #expect(try await fixture.rejected(first.id).rows.isEmpty)
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test(
        "Whoever ignored a row can say whose it is after all, as if it had been decided so at first",
        arguments: [ConflictDecision.shared, .same(person: 1), .newName(person: 1)])
    func ignoredAnew(decision: ConflictDecision) async throws {
        let (first, anew) = (try await ImportingFixture(), try await ImportingFixture())
        for fixture in [first, anew] { try await fixture.run(text: Self.two) }
        let conflict = try #require(try await anew.conflicts().first)
        try await first.decide(conflict, decision)
        try await anew.decide(conflict, .ignore)
        #expect(try await anew.decide(conflict, decision) == .decidedAnew(rows: 1, former: "ignore"))
        #expect(try await anew.decide(conflict, decision) == .repeated(at: anew.now))
        func people(_ fixture: ImportingFixture) async throws -> [[String?]] {
            try await fixture.state().people.map { [$0.name, $0.emailKey, $0.role, $0.municipality?.rawValue] }
                .sorted { ($0[1] ?? "") < ($1[1] ?? "") }
        }
        #expect(try await people(anew) == people(first))
        let report = try #require(try await anew.state().imports.first)
        #expect(try await anew.rejected(report.id).rows.isEmpty)
        // What rows brought in is taken back with their import alone, which the words name.
        let error = await #expect(throws: ReviewError.self) { try await anew.decide(conflict, .ignore) }
        #expect(error?.words.swedish.contains("participants undo \(report.id)") == true)
        #expect(error?.words.english.contains("participants undo \(report.id)") == true)
    }

    @Test("Two who were left as two can be merged, and two who were merged stay one")
    func merged() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: Self.double)
        let conflict = try #require(try await fixture.conflicts().first)
        try await fixture.decide(conflict, .different)
        #expect(try await fixture.decide(conflict, .merge) == .decidedAnew(rows: 0, former: "different"))
        #expect(try await fixture.state().people.map(\.emailKey) == ["asa@example.org"])
        await #expect(throws: ReviewError.merged) { try await fixture.decide(conflict, .different) }
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test("A municipality can be decided anew, with county and organisation, and all of it goes with the import")
    func municipality() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post;Organisation\nAnna Ek;anna@example.org;Rädda Barnen\n")
        let before = try await fixture.peopleTables()
        let report = try await fixture.run(
            text: "Namn;E-post;Kommun\nAnna Ek;anna@example.org;Avvesta\nBo Ek;bo@example.org;Avvesta\n")
        let imported = try await fixture.peopleTables()
        let codes = [MunicipalityCode("0764"), MunicipalityCode("2084")]
        for conflict in try await fixture.conflicts() {
            try await fixture.decide(conflict, .municipality(codes[0]))
            let first = try await fixture.decided()
            #expect(
                try await fixture.decide(conflict, .municipality(codes[1]))
                    == .decidedAnew(rows: 0, former: "municipality"))
            try await fixture.decide(conflict, .municipality(codes[0]))
            #expect(try await fixture.decided() == first)
            #expect(try await fixture.decide(conflict, .asStored) == .decidedAnew(rows: 0, former: "municipality"))
            try await fixture.decide(conflict, .municipality(codes[1]))
            try await fixture.decide(conflict, .asStored)
        }
        #expect(try await fixture.conflicts().isEmpty)
        #expect(try await fixture.peopleTables() == imported)
        #expect(try await fixture.undo(report.id) == .undone(removed: 1, changedBack: 1))
        #expect(try await fixture.peopleTables() == before)
    }

    @Test("Of two municipalities in rows the one that was stored comes back, and a person changed since is left alone")
    func changedSince() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post;Kommun\nBo Ek;bo@example.org;Kalmar\nBo Ek;bo@example.org;Umeå\n")
        let conflict = try #require(try await fixture.conflicts().first)
        try await fixture.decide(conflict, .municipality(MunicipalityCode("2480")))
        try await fixture.decide(conflict, .asStored)
        #expect(try await fixture.state().people.map(\.municipality?.rawValue) == ["0880"])
        try await fixture.decide(conflict, .municipality(MunicipalityCode("2480")))
        try await fixture.store.write { writer throws -> Void in
            try writer.execute("UPDATE participants SET municipality = '0680'", [])
        }
        await #expect(throws: ReviewError.changedSince) { try await fixture.decide(conflict, .asStored) }
        #expect(try await fixture.state().people.map(\.municipality?.rawValue) == ["0680"])
    }

    @Test("Of rows that were ignored when what they said was thrown away, it is said what to undo")
    func gone() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(text: Self.two)
        let conflict = try #require(try await fixture.conflicts().first)
        try await fixture.decide(conflict, .ignore)
        try await fixture.store.write { writer throws -> Void in
            try writer.execute("UPDATE import_records SET cells = NULL", [])
        }
        await #expect(throws: ReviewError.rowsGone(report.id)) { try await fixture.decide(conflict, .shared) }
    }
}

extension ImportingFixture {
    /// What decisions can change of people.
    fileprivate func decided() async throws -> [[String?]] {
        try await state().people.map {
            [
                $0.emailKey, $0.municipality?.rawValue, $0.county?.rawValue, $0.organisationKey?.rawValue,
                $0.organisationName, $0.organisationType.rawValue,
            ]
        }
    }
}
