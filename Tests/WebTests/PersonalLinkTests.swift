import Registers
import Storage
import Surveying
import Testing
import Web

@Suite("A personal link", .timeLimit(.minutes(1)))
struct PersonalLinkTests {
    private let path = "/s/\(StoredNode.token)"
    private let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test("Looking changes nothing", arguments: ["GET", "HEAD"])
    func reading(method: String) async throws {
        try await StoredNode.with { node in
            let before = try await node.contents()
            try await withServer(desk: node.desk) { port in
                let later = "/s/\(StoredNode.laterToken)"
                for page in [
                    path, later, "\(later)?page=p2", "\(path)/receipt", "\(path)/conference.ics", "\(path)?saved=1",
                    "/u/l-1",
                ] {
                    let status = try await Peer.ask(port, "\(method) \(page)")?.status ?? 500
                    #expect(status < 400)
                }
            }
            let after = try await node.contents()
            #expect(after == before)
        }
    }

    @Test("An unknown, a mistyped and a closed link get the same reply")
    func sameReply() async throws {
        try await StoredNode.with { node in
            try await withServer(desk: node.desk) { port in
                let unknown = try #require(try await Peer.ask(port, "GET /s/0000000000000000000000000a"))
                let closed = try #require(try await Peer.ask(port, "GET /s/\(StoredNode.otherToken)"))
                let mistyped = try #require(try await Peer.ask(port, "GET /s/%C3%A5"))
                let posted = try #require(
                    try await Peer.ask(
                        port, "POST /s/\(StoredNode.otherToken)", form, body: Array("P01=5".utf8)))
                for reply in [unknown, closed, mistyped, posted] {
                    #expect(reply.status == 404)
                    #expect(reply.body == unknown.body)
                    #expect(reply.headers["content-length"] == unknown.headers["content-length"])
                }
            }
        }
    }

    @Test("D6: too many wrong links from one address are answered 429, and a right one opens nevertheless")
    func guesses() async throws {
        try await StoredNode.with { node in
            let configuration = WebConfiguration.forTests { $0.limits.wrongLinks = 3 }
            try await withServer(configuration, desk: node.desk) { port in
                var statuses: [Int?] = []
                for number in 0..<200 where statuses.last != 429 {
                    let reply = try await Peer.ask(port, "GET /s/00000000000000000000000\(number + 100)")
                    statuses.append(reply?.status)
                    if reply?.status == 429 { #expect(reply?.headers["retry-after"].flatMap { Int($0) } ?? 0 >= 1) }
                }
                #expect(statuses.prefix(3) == [404, 404, 404])
                #expect(statuses.contains(429))
                let right = try await Peer.ask(port, "GET \(path)")?.status
                #expect(right == 200)
                let sent = try await Peer.ask(port, "POST \(path)", form, body: Array("P01=5&_action=send".utf8))
                #expect(sent?.status == 303)
            }
        }
    }
}
