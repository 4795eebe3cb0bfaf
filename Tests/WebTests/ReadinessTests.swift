import Storage
import Testing

@Suite("Whether a node is ready", .timeLimit(.minutes(1)))
struct ReadinessTests {
    @Test("A node with its store says so, and one whose store is gone is to be asked again")
    func ready() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let ready = try #require(try await Peer.ask(port, "GET /readyz"))
                #expect(ready.status == 200)
                #expect(ready.text == #"{"status":"ready"}"#)
                try await node.store.close()
                let gone = try #require(try await Peer.ask(port, "GET /readyz"))
                #expect(gone.status == 503)
                #expect(gone.headers["retry-after"] == "5")
            }
        }
    }
}
