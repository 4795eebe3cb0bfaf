import NIOCore
import Synchronization
import Testing
import Web
import Wording

/// Rows D1, D2, D3 and D5 of the promises, over real sockets.
@Suite("A connection is held to its limits", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("D1: a declared body over the limit is answered 413 at once, and the connection is closed")
    func declaredTooLarge() async throws {
        try await withServer { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("POST /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n")
                let reply = try #require(try await peer.reply())
                #expect(reply.status == 413)
                #expect(reply.headers["connection"] == "close")
                await peer.waitForClose()
            }
        }
    }

    @Test("D2: a body that trickles is closed at its deadline")
    func slowBody() async throws {
        let configuration = WebConfiguration.forTests { $0.limits.bodyDeadline = .milliseconds(200) }
        try await withServer(configuration) { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("POST /hello HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345")
                await peer.waitForClose()
            }
        }
    }

    @Test("D2: a head that trickles is closed at its deadline")
    func slowHead() async throws {
        let configuration = WebConfiguration.forTests { $0.limits.headerDeadline = .milliseconds(200) }
        try await withServer(configuration) { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
                await peer.waitForClose()
            }
        }
    }

    @Test("D2: a connection that says nothing is closed at the same deadline")
    func silent() async throws {
        let configuration = WebConfiguration.forTests { $0.limits.headerDeadline = .milliseconds(200) }
        try await withServer(configuration) { port in
            try await Peer.connect(to: port) { peer in await peer.waitForClose() }
        }
    }

    @Test("D2: a connection whose request was answered before its body came is closed when it is idle")
    func answeredEarly() async throws {
        let configuration = WebConfiguration.forTests { $0.limits.idleTime = .milliseconds(200) }
        try await withServer(configuration) { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345")
                let reply = try #require(try await peer.reply())
                #expect(reply.status == 404)
                try await peer.send("67890")
                await peer.waitForClose()
            }
        }
    }

    @Test("D2: a peer that asks and never reads is cut off")
    func neverReads() async throws {
        let configuration = WebConfiguration.forTests {
            $0.limits.answerDeadline = .milliseconds(500)
            $0.report = { _ in HTML(trusted: String(repeating: "a", count: 4 << 20)) }
        }
        try await withServer(configuration) { port in
            try await Peer.connect(to: port) { peer in
                let requests = Array(repeating: "GET /report HTTP/1.1\r\nHost: x\r\n\r\n", count: 1000).joined()
                while (try? await peer.send(requests)) != nil, !Task.isCancelled {}
                #expect(!Task.isCancelled, "the connection was still open")
            }
        }
    }

    @Test("More connections than allowed wait for their turn")
    func connections() async throws {
        let configuration = WebConfiguration.forTests { $0.limits.connections = 1 }
        try await withServer(configuration) { port in
            let second = Completion()
            let other = try await Peer.connect(to: port) { peer in
                try await peer.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                _ = try await peer.reply()
                let other = Task {
                    let status = try await Peer.ask(port, "GET /healthz")?.status
                    second.complete()
                    return status
                }
                for _ in 0..<200 {
                    try await peer.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                    _ = try await peer.reply()
                }
                #expect(!second.isComplete)
                return other
            }
            let status = try await other.value
            #expect(status == 200)
        }
    }

    @Test("D3: a compressed body is refused with 415")
    func compressed() async throws {
        try await withServer { port in
            let reply = try await Peer.ask(port, "POST /hello", [("Content-Encoding", "gzip")], body: [31, 139])
            #expect(reply?.status == 415)
        }
    }

    enum Ambiguity: String, CaseIterable {
        case twoContentLengths = "Content-Length: 3\r\nContent-Length: 4\r\n"
        case lengthAndChunked = "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n"
        case tenThousandFields

        var fields: String {
            self == .tenThousandFields ? String(repeating: "X-Many: 1\r\n", count: 10_000) : rawValue
        }
    }

    @Test("D5: what could be read in two ways is answered 400 and closed", arguments: Ambiguity.allCases)
    func ambiguous(request: Ambiguity) async throws {
        try await withServer { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("POST /hello HTTP/1.1\r\nHost: x\r\n\(request.fields)\r\nabc")
                let status = try await peer.reply()?.status
                #expect(status == 400 || status == 431)
                await peer.waitForClose()
            }
        }
    }

    @Test("Two requests on one connection are answered in order")
    func keptAlive() async throws {
        try await withServer { port in
            try await Peer.connect(to: port) { peer in
                try await peer.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await peer.reply()?.status == 200)
                try await peer.send("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(try await peer.reply()?.status == 404)
            }
        }
    }
}

/// Whether something has happened.
private final class Completion: Sendable {
    private let state = Mutex(false)

    var isComplete: Bool { state.withLock { $0 } }

    func complete() { state.withLock { $0 = true } }
}
