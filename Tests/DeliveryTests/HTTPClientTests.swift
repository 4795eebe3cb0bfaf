import Delivery
import Foundation
import Testing

/// The peer is Python's http.server with a few bad habits.
@Suite("Requests over HTTP")
struct HTTPClientTests {
    private let peer: Peer
    private let client: HTTPClient
    private let base: String

    init() throws {
        // Set before libcurl runs, for the whole process: every test here shows that it is ignored.
        _ = Self.hostileEnvironment
        peer = try Peer("http_peer")
        base = "http://127.0.0.1:\(peer.port)"
        client = HTTPClient(policy: .anywhere, connections: 8)
    }

    private static let hostileEnvironment: Void = {
        for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"] { setenv(name, "http://127.0.0.1:1", 1) }
        setenv("no_proxy", "", 1)
    }()

    private struct Echo: Decodable {
        var method: String
        var headers: [[String]]
        var body: String
    }

    private func echo(_ reply: HTTPReply) throws -> Echo {
        try JSONDecoder().decode(Echo.self, from: Data(reply.body))
    }

    @Test("A post carries its body and headers, no Expect, and past the environment's proxies")
    func post() async throws {
        let body = Array("{\"å\":1}\u{0}\r\n".utf8)
        let reply = try await client.post(
            "\(base)/echo", headers: [("Content-Type", "application/json"), ("X-Empty", "")], body: body)
        let seen = try echo(reply)
        #expect(reply.status == 200)
        #expect(!reply.isTruncated)
        #expect(reply.header("x-seen") == "å")
        #expect(reply.header("x-empty") == "")
        #expect(seen.method == "POST")
        #expect(seen.body.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } == body)
        #expect(seen.headers.contains(["content-type", "application/json"]))
        #expect(seen.headers.contains(["x-empty", ""]))
        #expect(seen.headers.contains(["content-length", "\(body.count)"]))
        #expect(!seen.headers.contains { $0[0] == "expect" || $0[0] == "proxy-connection" })
        await client.close()
    }

    @Test("An empty body and a body of 2 MiB are posted whole, and GET has none")
    func sizes() async throws {
        for body in [[], [UInt8](repeating: 0x78, count: 2 << 20)] {
            let reply = try await client.post("\(base)/status/204", body: body)
            #expect(reply.status == 204)
        }
        let empty = try echo(try await client.post("\(base)/echo", body: []))
        #expect(empty.method == "POST")
        #expect(empty.headers.contains(["content-length", "0"]))
        #expect(try echo(try await client.get("\(base)/echo")).method == "GET")
        await client.close()
    }

    @Test(
        "C2: a status is an answer, and a redirect is not followed",
        arguments: [200, 302, 307, 308, 404, 410, 429, 503])
    func statuses(status: Int) async throws {
        let reply = try await client.post("\(base)/status/\(status)", body: [0x78])
        #expect(reply.status == status)
        #expect(reply.header("retry-after") == "120")
        await client.close()
        #expect(peer.log.filter { $0.hasPrefix("POST") || $0.hasPrefix("GET") } == ["POST /status/\(status)"])
    }

    @Test(
        "C2: a reply is read up to 16 KiB",
        arguments: [("body/16384", 16_384, false), ("body/16385", 16_384, true), ("endless", 16_384, true)])
    func cap(path: String, count: Int, isTruncated: Bool) async throws {
        let reply = try await client.get("\(base)/\(path)")
        #expect(reply.status == 200)
        #expect(reply.body.count == count)
        #expect(reply.isTruncated == isTruncated)
        await client.close()
    }

    @Test("C2: the time is for the whole exchange: a trickle and a hang end with it", arguments: ["trickle", "hang"])
    func timeout(path: String) async throws {
        let client = client
        let base = base
        // Ends before the usual 15 s would, and after the shorter time that is tested.
        let longer = Task {
            await Self.failure { _ = try await client.get("\(base)/hang", timeoutInMilliseconds: 12_000) }
        }
        let shorter = await Self.failure {
            _ = try await client.get("\(base)/\(path)", timeoutInMilliseconds: 300)
        }
        #expect(shorter == .timedOut)
        await client.close()
        #expect(await longer.value == .closed, "the shorter time did not end first")
    }

    @Test("C2: headers without end are read up to 16 KiB, in one reply or in many", arguments: ["headers", "interim"])
    func headerFlood(path: String) async throws {
        let reply = try await client.get("\(base)/\(path)")
        #expect(reply.isTruncated)
        #expect(reply.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } < 16_384)
        #expect(reply.body.isEmpty)
        await client.close()
    }

    @Test("A request that is cancelled before its turn ends while the one before it goes on")
    func cancelledInLine() async throws {
        let client = HTTPClient(policy: .anywhere, connections: 1)
        let base = base
        let running = Task {
            await Self.failure { _ = try await client.get("\(base)/hang", timeoutInMilliseconds: 20_000) }
        }
        let limit = ContinuousClock.now + .seconds(10)
        while !peer.log.contains("GET /hang"), .now < limit { await Task.yield() }
        let waiting = Task { await Self.failure { _ = try await client.get("\(base)/echo") } }
        waiting.cancel()
        #expect(await waiting.value == .cancelled)
        await client.close()
        #expect(await running.value == .closed)
        await self.client.close()
    }

    @Test("400 requests share 8 connections")
    func reuse() async throws {
        let client = client
        let base = base
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<400 {
                group.addTask { try await client.post("\(base)/echo", body: Array("x".utf8)).status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await client.close()
        #expect(statuses == Array(repeating: 200, count: 400))
        #expect((1...8).contains(peer.log.filter { $0 == "CONNECT" }.count))
    }

    @Test(
        "C4: loopback is refused in every spelling, and no connection is opened",
        arguments: [
            "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "0x7f000001", "0x7f.1",
            "2130706433",
            "017700000001", "0177.0.0.1", "127.0.0.1.", "127.127.127.127", "0", "0.0.0.0", "[::1]", "[::]",
            "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]", "[fe80::1]", "[fd00::1]", "１２７.0.0.1",
        ])
    func loopback(host: String) async throws {
        let strict = HTTPClient(policy: .publicOnly)
        await #expect {
            _ = try await strict.get("http://\(host):\(peer.port)/echo", timeoutInMilliseconds: 5_000)
        } throws: { error in
            // Some spellings are no address and no name to this resolver; none may connect.
            error as? HTTPFailure == .addressRefused || error as? HTTPFailure == .hostNotFound
                || error as? HTTPFailure == .unusableURL
        }
        await strict.close()
        await client.close()
        #expect(peer.log.isEmpty)
    }

    @Test("C4: a host is allowed by name, with its port or for every port, and no other")
    func allowed() async throws {
        for name in ["127.0.0.1", "127.0.0.1:\(peer.port)", "LocalHost"] {
            let client = HTTPClient(policy: AddressPolicy(allowing: [name]))
            let host = name.hasPrefix("Local") ? "localhost" : "127.0.0.1"
            #expect(try await client.get("http://\(host):\(peer.port)/echo").status == 200)
            await client.close()
        }
        let other = HTTPClient(policy: AddressPolicy(allowing: ["127.0.0.1:1", "localhost"]))
        await #expect(throws: HTTPFailure.addressRefused) { try await other.get("\(base)/echo") }
        await other.close()
        await client.close()
    }

    @Test(
        "Only http and https URLs without a password are taken",
        arguments: [
            "", "echo", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "smtp://127.0.0.1/", "http://",
            "http://a:b@127.0.0.1/", "http://a@127.0.0.1/", "http://127.0.0.1/\r\nX: y", "http://127.0.0.1/ x",
            "http://127.0.0.1:99999/",
        ])
    func urls(url: String) async throws {
        await #expect(throws: HTTPFailure.unusableURL) { try await client.get(url) }
        await client.close()
    }

    @Test(
        "A header that would write another is refused",
        arguments: [
            ("X-A", "b\r\nX-C: d"), ("X-A", "b\n"), ("X-A", "b\u{0}"), ("X-A\r\nX-B", "c"), ("X A", "b"), ("", "b"),
            ("X:", "b"),
        ])
    func headers(name: String, value: String) async throws {
        await #expect(throws: HTTPFailure.unusableHeader) {
            try await client.post("\(base)/echo", headers: [(name, value)], body: [])
        }
        await client.close()
        #expect(peer.log.isEmpty)
    }

    @Test("A broken connection and an absent server are told apart")
    func broken() async throws {
        await #expect {
            _ = try await client.get("\(base)/drop")
        } throws: {
            if case .interrupted = $0 as? HTTPFailure { true } else { false }
        }
        await #expect {
            _ = try await client.get("http://127.0.0.1:1/")
        } throws: {
            if case .notConnected = $0 as? HTTPFailure { true } else { false }
        }
        await client.close()
    }

    @Test("A cancelled request ends at once, and closing ends the others")
    func ending() async throws {
        let client = client
        let base = base
        let cancelled = Task { await Self.failure { _ = try await client.get("\(base)/hang") } }
        let closed = Task { await Self.failure { _ = try await client.get("\(base)/hang") } }
        cancelled.cancel()
        #expect(await cancelled.value == .cancelled)
        let limit = ContinuousClock.now + .seconds(10)
        while !peer.log.contains("GET /hang"), .now < limit { await Task.yield() }
        await client.close()
        #expect(await closed.value == .closed)
        await #expect(throws: HTTPFailure.closed) { try await client.get("\(base)/echo") }
    }

    private static func failure(_ body: () async throws -> Void) async -> HTTPFailure? {
        do { try await body() } catch { return error as? HTTPFailure }
        return nil
    }
}
