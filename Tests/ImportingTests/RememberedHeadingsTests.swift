import Chronology
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Headings that boards have named")
struct RememberedHeadingsTests {
    @Test("Without a conference what all boards say of a source is used, and nothing where they differ")
    func boards() async throws {
        let fixture = try await ImportingFixture()
        let text = "Vem;Kontakt\nBo Al;bo@example.org\n"
        let said: [ImportField: String] = [.email: "Kontakt", .name: "Vem"]
        let source = ImportSource.file(Array(text.utf8))
        let own = try #require(try await fixture.store.read { try BoardRecords.all(in: $0).first?.id })
        let other = BoardID("lst-x")
        func names(_ scope: Scope) async throws -> [ImportField: String]? {
            try await fixture.store.read { try RememberedHeadings(of: scope, in: $0).names(for: source) }
        }
        func remember(_ names: [ImportField: String], _ board: BoardID) async throws {
            let list = try ParticipantImport(frame: fixture.frame, columnNames: said).outcome(of: source)
            try await fixture.store.write { writer in
                _ = try RememberedHeadings.remember(
                    names, of: list, board: board, at: Timestamp(seconds: 0), in: writer)
            }
        }
        #expect(try await names(.node) == nil)
        try await remember(said, own)
        #expect(try await names(.node) == said)
        try await fixture.store.write {
            try BoardRecords.put(
                [BoardRecord(id: other, name: "Länsstyrelsen", createdAt: Timestamp(seconds: 0))], in: $0)
        }
        try await remember(said, other)
        #expect(try await names(.node) == said)
        try await remember([.email: "Kontakt", .role: "Vem"], other)
        #expect(try await names(.node) == nil)
        #expect(try await names(.board(own)) == said)
    }
}
