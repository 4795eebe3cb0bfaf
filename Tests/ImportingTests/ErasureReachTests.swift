import Chronology
import Crypto
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("How far an erasure reaches")
struct ErasureReachTests {
    private static let office = "kontoret@example.org"

    /// Of every table, every text.
    private static func texts(_ fixture: ImportingFixture) async throws -> [String] {
        try await fixture.store.read { reader in
            try reader.query("SELECT name FROM sqlite_master WHERE type = 'table'", []).compactMap { $0.text(0) }
                .flatMap { try reader.query("SELECT * FROM \"\($0)\"", []) }
                .flatMap { row in (0..<20).compactMap { row.text($0) } }
        }
    }

    /// What anybody could reckon from addresses, as docs/import-rules.md says how decisions are remembered.
    private static func hash(_ parts: [String]) -> String {
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    @Test("Nobody can tell from a decision whose erased address it was about, and decisions of others stay")
    func decisions() async throws {
        let fixture = try await ImportingFixture()
        let list = """
            Namn;E-post;Kommun
            Anna Ek;anna@example.org;Kalmar
            Anna Ek;anna.ek@example.org;Kalmar
            Bo Ål;bo@example.org;Umeå
            Bo Ål;bo.al@example.org;Umeå

            """
        try await fixture.run(text: list)
        let board = try #require(try await fixture.state().imports.first?.board.rawValue)
        for conflict in try await fixture.conflicts() { try await fixture.decide(conflict, .different) }
        let annas = Self.hash(["duplicate", board, "anna.ek@example.org", "anna@example.org"])
        let bos = Self.hash(["duplicate", board, "bo.al@example.org", "bo@example.org"])
        #expect(try await Self.texts(fixture).filter { [annas, bos].contains($0) }.count == 2)
        // The second of the two, whom the decision does not name.
        _ = try #require(try await fixture.erase("anna.ek@example.org"))
        let left = try await Self.texts(fixture)
        #expect(!left.contains(annas) && left.contains(bos))
        try await fixture.run(text: list + "\n")
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test("A decision that two are two goes with the import that brought one of them")
    func undone() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: "Namn;E-post;Kommun\nAnna Ek;anna@example.org;Kalmar\n")
        let second = try await fixture.run(text: "Namn;E-post;Kommun\nAnna Ek;anna.ek@example.org;Kalmar\n")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .different)
        #expect(try await fixture.undo(second.id) == .undone(removed: 1, changedBack: 0))
        let decisions = try await fixture.store.read { try ReviewDecisionRecords.list(.node, in: $0) }
        #expect(decisions.isEmpty)
    }

    @Test("Whoever gets an erased person's address for themselves is not asked about again")
    func renewed() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post;Kommun\nAnna Ek;\(Self.office);Kalmar\nBo Ål;\(Self.office);Umeå\n"
                + "Bo Ål;bo@example.org;Umeå\n")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .shared)
        try await fixture.decide(try #require(try await fixture.conflicts().first), .different)
        _ = try #require(try await fixture.erase(Self.office))
        #expect(try await fixture.state().people.map(\.emailKey).sorted() == ["bo@example.org", Self.office])
        #expect(try await fixture.conflicts().isEmpty)
    }

    @Test("Rejected rows with the full name and no address are emptied and told of; others' rows stay")
    func rowsByName() async throws {
        let fixture = try await ImportingFixture()
        let report = try await fixture.run(
            text: """
                Namn;E-post;Kommun;Roll
                Åsa Ek;asa@example.org;Kalmar;
                EK, ASA;;Kalmar;Rektor
                Åsa Ek;asa(at)example.org;;
                Cia Öst;asa@example.org;;
                Åsa Eklund;;;
                Bo Ål;;;
                Åsa Maria Ek;inte heller;;

                """)
        #expect(try await fixture.rejected(report.id).rows.map(\.line) == [3, 4, 5, 6, 7, 8])
        let erased = try #require(try await fixture.erase("asa@example.org"))
        #expect(erased.rejectedRows == 4)
        #expect(erased.rowsByName.map(\.line) == [3, 4, 8] && Set(erased.rowsByName.map(\.file)) == ["lista.csv"])
        #expect(try await fixture.rejected(report.id).rows.map(\.line) == [6, 7])
        #expect(try await Self.texts(fixture).allSatisfy { !$0.contains("Åsa Ek\"") && !$0.contains("EK, ASA") })
    }

    private static func letter(_ to: String) -> [UInt8] {
        Array("Date: Mon, 11 Jan 2016 08:00:00 +0100\r\nTo: \(to)\r\nSubject: Hej\r\n\r\nTo: bo@example.org\r\n".utf8)
    }

    @Test("Letters that were written to files go where they are to the erased address alone, and no others")
    func caughtLetters() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post\nÅsa Ek;asa@example.org\nAnna Berg;\(Self.office)\nBo Ål;\(Self.office)\n")
        try await fixture.decide(try #require(try await fixture.conflicts().first), .shared)
        let outbox = OutboxFolder(folder: fixture.outboxFolder)
        for (name, to) in [
            ("a", "=?utf-8?q?=C3=85sa?= Ek <asa@example.org>"), ("b", "Dan\r\n <ASA+konferens@example.org>"),
            ("c", "bo@example.org"), ("d", "kasa@example.org"), ("e", Self.office),
        ] {
            let outcome = await outbox.deliver(
                LetterInTransit(envelopeSender: "", recipient: "", messageID: name, bytes: Self.letter(to)))
            #expect(outcome == .accepted(code: nil, reply: "written to the outbox"))
        }
        func files() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: fixture.outboxFolder).sorted()
        }
        #expect(try #require(try await fixture.erase("asa@example.org")).caughtLetters == 2)
        #expect(try files() == ["c.eml", "d.eml", "e.eml"])
        // Bo has the address still; the ledger knows no letter of Anna's.
        #expect(try #require(try await fixture.erase(Self.office)).caughtLetters == 0)
        #expect(try files() == ["c.eml", "d.eml", "e.eml"])
        #expect(try #require(try await fixture.erase(Self.office)).caughtLetters == 1)
        #expect(try files() == ["c.eml", "d.eml"])
    }

    @Test("Whoever has two addresses since a merge comes back by neither, and those who share one of them keep it")
    func mergedAndShared() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(
            text: "Namn;E-post;Kommun\nÅsa Ek;asa@example.org;Kalmar\nÅsa Ek;\(Self.office);Kalmar\n"
                + "Bo Ål;\(Self.office);Umeå\nCia Öst;\(Self.office);Umeå\n")
        for conflict in try await fixture.conflicts() {
            try await fixture.decide(conflict, conflict.kind == .address ? .shared : .merge)
        }
        _ = try #require(try await fixture.erase("asa@example.org"))
        let before = try await fixture.peopleTables()
        #expect(
            try await fixture.state().people.map(\.emailKey).sorted() == [Self.office, "\(Self.office)#3"])
        let report = try await fixture.run(
            text: "Namn;E-post\nÅsa Ek;\(Self.office)\nÅsa Ek;asa@example.org\nCia Öst;\(Self.office)\n")
        #expect(report.people.erasedLines.sorted() == [2, 3])
        #expect(try await fixture.rejected(report.id).rows.isEmpty)
        for name in ["Bo Ål", "Cia Öst"] {
            let text = "Namn;E-post\n\(name);\(Self.office)\n"
            #expect(try await fixture.comparison(text: text).unchanged == 1, "\(name)")
            let report = try await fixture.run(text: text)
            #expect(report.people == StoredPeople(known: 1), "\(name)")
        }
        #expect(try await fixture.peopleTables() == before)
    }
}
