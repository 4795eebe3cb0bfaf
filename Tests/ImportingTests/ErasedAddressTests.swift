import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Erased people and later lists")
struct ErasedAddressTests {
    private static let list = """
        Namn;E-post;Kommun
        Anna Ek;anna@example.org;0680
        Bo Ål;bo@example.org;0680
        Anna Ek;anna+konferens@example.org;0680
        Cia Lind;Anna Ek <anna@example.org>;0680

        """

    private func erase(_ key: String, in fixture: ImportingFixture) async throws -> PersonErasure.Report? {
        try await fixture.erase(key)
    }

    @Test("An erased person does not come back with the same list or a newer one, and nothing says who it was")
    func staysAway() async throws {
        let fixture = try await ImportingFixture()
        let first = try await fixture.run(text: Self.list)
        // Cia has another name at Anna's address: a row that waits, with the address in its cells.
        #expect(try await fixture.rejected(first.id).rows.map(\.line) == [5])
        let report = try #require(try await erase("anna@example.org", in: fixture))
        #expect(report.rejectedRows == 1)
        #expect(try await fixture.rejected(first.id).rows.isEmpty)
        #expect(try await fixture.state().people.map(\.emailKey) == ["bo@example.org"])

        let newer = Self.list + "Dag By;dag@example.org;0680\n"
        let comparison = try await fixture.comparison(text: newer)
        #expect(comparison.new.map(\.name) == ["Dag By"])
        let second = try await fixture.run(text: newer)
        #expect(second.people.erasedLines == [2] && second.people.new == 1 && second.people.conflictingLines.isEmpty)
        #expect(Set(try await fixture.state().people.map(\.emailKey)) == ["bo@example.org", "dag@example.org"])
        let lines = try await fixture.state().lines.filter { $0.reason == StoredReason.emailErased.rawValue }
        #expect(lines.map(\.line) == [2, 4] && lines.allSatisfy { $0.participant == nil && $0.cells == nil })
        #expect(try await fixture.rejected(second.id).rows.isEmpty)
        // Nowhere in the whole store stands the address any more.
        let bytes = try await fixture.store.read { reader in
            try reader.query("SELECT name FROM sqlite_master WHERE type = 'table'", []).compactMap { $0.text(0) }
                .flatMap { try reader.query("SELECT * FROM \"\($0)\"", []) }
                .flatMap { row in (0..<20).compactMap { row.text($0) } }
        }
        #expect(!bytes.contains { $0.lowercased().contains("anna@") || $0.contains("anna+") })
    }

    @Test("Whoever loses the key of erased addresses imports nothing, rather than bring them back")
    func lostKey() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: Self.list)
        _ = try await erase("bo@example.org", in: fixture)
        try FileManager.default.removeItem(atPath: fixture.keyFolder + "/erasures.key")
        await #expect(throws: PseudonymKeyError.self) { try await fixture.run(text: Self.list + "\n") }
        #expect(try await fixture.state().people.map(\.emailKey) == ["anna@example.org"])
    }

    @Test("Whoever shares the address of an erased person stays, and gets the address for themselves")
    func sharedAddress() async throws {
        let fixture = try await ImportingFixture()
        let list = "Namn;E-post;Kommun\nAnna Ek;kontoret@example.org;0680\nBo Ål;kontoret@example.org;0680\n"
        try await fixture.run(text: list)
        let conflict = try #require(try await fixture.conflicts().first)
        try await fixture.decide(conflict, .shared)
        #expect(
            try await fixture.state().people.map(\.emailKey).sorted()
                == ["kontoret@example.org", "kontoret@example.org#2"])
        _ = try await erase("kontoret@example.org", in: fixture)
        let left = try await fixture.state().people
        #expect(left.map(\.name) == ["Bo Ål"] && left.map(\.emailKey) == ["kontoret@example.org"])
        let again = try await fixture.run(text: list + "\n")
        #expect(again.people.erasedLines == [2])
        #expect(try await fixture.state().people.map(\.name) == ["Bo Ål"])
    }

    @Test("Somebody who comes unregistered with an erased address is told of, and not stored")
    func walkIn() async throws {
        let fixture = try await ImportingFixture()
        try await fixture.run(text: Self.list)
        _ = try await erase("anna@example.org", in: fixture)
        let bo = try #require(try await fixture.day().signInList().rows.first)
        let headings = "Nr;Kommit;Namn;E-post;Kommun;Organisation;Ersätter (nr);Id (ändra inte)\n"
        func read(_ text: String) async throws -> DayReport {
            var random = SystemRandomNumberGenerator()
            return try await fixture.day().read(
                ImportedFile(name: "dag.csv", bytes: Array(text.utf8)), isClosing: false, isDry: false, using: &random)
        }
        let report = try await read(
            headings + "\(bo.number);x;\(bo.name);;;;;\(bo.id)\n;x;Anna Ek;anna@example.org;;;;\n")
        #expect(report.rejected.map(\.reason) == [.erased] && report.new == 0)
        #expect(try await fixture.state().people.map(\.emailKey) == ["bo@example.org"])
        // A list whose people this conference does not know is another's.
        await #expect(throws: TickedList.Failure.otherConference) {
            _ = try await read(headings + "1;x;Bo Ål;;;;;p-nobody\n")
        }
    }
}
