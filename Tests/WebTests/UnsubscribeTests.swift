import Chronology
import Registers
import Storage
import Testing
import Web

@Suite("The opt-out link of a letter", .timeLimit(.minutes(1)))
struct UnsubscribeTests {
    private static func addLetter(to node: StoredNode) async throws {
        try await node.store.write { writer in
            try writer.execute(
                """
                INSERT INTO letter_waves (id, board, conference, name, survey_wave, template_digest, state, send_at,
                    expires_at, frozen_at, recipients)
                VALUES ('w-1', 'lst-h', 'st2016-10', 'before', 'before', '', 'frozen', 0, 0, 0, 1)
                """, [])
            try writer.execute(
                """
                INSERT INTO letters (id, wave, participant, address, address_key, correction, message_id, state,
                    attempts, next_attempt_at, reply_code, reply, queued_at, attempted_at, done_at)
                VALUES ('l-1', 'w-1', 'p-1', 'anna@example.org', 'anna@example.org', 0, 'm', 'accepted', 1, NULL, 250,
                    'ok', 0, 0, 0)
                """, [])
        }
    }

    @Test(
        "A5: while nothing can be written a link that changes nothing is answered, and one that would is told to wait")
    func unwritable() async throws {
        try await StoredNode.with { node in
            try await Self.addLetter(to: node)
            let desk = node.desk(over: UnwritableStore(node.store))
            try await withServer(desk: desk) { port in
                let unknown = try await Peer.ask(port, "POST /u/l-2", body: [])
                #expect(unknown?.status == 200)
                let known = try await Peer.ask(port, "POST /u/l-1", body: [])
                #expect(known?.status == 503)
                #expect(known?.headers["retry-after"] == "5")
            }
            try await withServer(desk: node.desk) { port in
                let done = try await Peer.ask(port, "POST /u/l-1", body: [])
                #expect(done?.status == 200)
            }
            try await withServer(desk: desk) { port in
                let again = try await Peer.ask(port, "POST /u/l-1", body: [])
                #expect(again?.status == 200)
            }
        }
    }

    private static func suppressed(_ node: StoredNode) async throws -> Int64? {
        try await node.store.read { try $0.query("SELECT count(*) FROM suppressions", []).first?.integer(0) }
    }

    @Test("B10: looking changes nothing, posting stops the letters, in one click too")
    func posted() async throws {
        try await StoredNode.with { node in
            try await Self.addLetter(to: node)
            try await withServer(desk: node.desk) { port in
                let page = try #require(try await Peer.ask(port, "GET /u/l-1"))
                #expect(page.text.contains("<form method=\"post\">"))
                let head = try await Peer.ask(port, "HEAD /u/l-1")?.status
                #expect(head == 200)
                let untouched = try await Self.suppressed(node)
                #expect(untouched == 0)
                let done = try #require(
                    try await Peer.ask(
                        port, "POST /u/l-1", [("Content-Type", "application/x-www-form-urlencoded")],
                        body: Array("List-Unsubscribe=One-Click".utf8)))
                #expect(done.status == 200)
                let unknown = try #require(try await Peer.ask(port, "POST /u/l-2", body: []))
                #expect(unknown.body == done.body)
            }
            let count = try await Self.suppressed(node)
            #expect(count == 1)
        }
    }

    @Test("A person chooses on the page which letters to do without")
    func streams() async throws {
        try await StoredNode.with { node in
            try await Self.addLetter(to: node)
            try await withServer(desk: node.desk) { port in
                let page = try #require(try await Peer.ask(port, "GET /u/l-1"))
                for stream in ["surveys", "practical", "all"] { #expect(page.text.contains("value=\"\(stream)\"")) }
                let done = try await Peer.ask(
                    port, "POST /u/l-1", [("Content-Type", "application/x-www-form-urlencoded")],
                    body: Array("stream=surveys".utf8))
                #expect(done?.text.contains("Du får inga fler enkäter") == true)
            }
            let stored = try await node.store.read { reader in
                try reader.query("SELECT address_key, stream FROM opt_outs", []).map { [$0.text(0), $0.text(1)] }
            }
            #expect(stored == [["anna@example.org", "surveys"]])
            let count = try await Self.suppressed(node)
            #expect(count == 0)
        }
    }
}
