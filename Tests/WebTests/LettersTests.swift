import Foundation
import Testing
import Web

@Suite("A demonstration's letters", .timeLimit(.minutes(1)))
struct LettersTests {
    private func withLetters(_ body: @Sendable (Int) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-letters-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let letter = """
            To: Anna <anna@example.org>\r
            Subject: Hej <b>Anna</b>\r
            Date: Fri, 01 Jan 2016 08:00:00 +0100\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            L\u{E4}nken: http://localhost/s/abc <script>alert(1)</script>\r

            """
        try Data(letter.utf8).write(to: URL(fileURLWithPath: "\(folder)/0001@example.org.eml"))
        try Data("hemligt".utf8).write(to: URL(fileURLWithPath: "\(folder)/other.txt"))
        try await withServer(.forTests { $0.lettersFolder = folder }) { port in try await body(port) }
    }

    @Test("The list and a letter are shown as text, with its links to follow")
    func shown() async throws {
        try await withLetters { port in
            let list = try #require(try await Peer.ask(port, "GET /letters"))
            #expect(list.text.contains("Hej &lt;b&gt;Anna&lt;/b&gt;"))
            #expect(!list.text.contains("other.txt"))
            #expect(list.text.contains("1 januari 2016 kl. 08:00") && list.text.contains("anna@example.org"))
            let english = try #require(try await Peer.ask(port, "GET /letters?lang=en"))
            #expect(english.text.contains("1 January 2016 at 08:00"))
            let letter = try #require(try await Peer.ask(port, "GET /letters/0001@example.org.eml"))
            #expect(letter.text.contains("<a href=\"http://localhost/s/abc\">"))
            #expect(!letter.text.contains("<script"))
            let source = try #require(try await Peer.ask(port, "GET /letters/0001@example.org.eml/source"))
            #expect(source.headers["content-security-policy"]?.hasPrefix("sandbox;") == true)
            #expect(source.headers["content-type"] == "text/plain; charset=utf-8")
        }
    }

    @Test(
        "Nothing outside the folder's letters can be asked for",
        arguments: ["other.txt", "..%2f..%2fetc%2fpasswd", "%2e%2e", ".eml", "a.eml", "..%2fx.eml"])
    func outside(name: String) async throws {
        try await withLetters { port in
            for path in ["/letters/\(name)", "/letters/\(name)/source"] {
                let status = try await Peer.ask(port, "GET \(path)")?.status
                #expect(status == 404)
            }
        }
    }

    @Test(
        "A page of the list that is not there is empty, and the server lives on",
        arguments: ["9223372036854775807", "2", "-1", "-9223372036854775808", "x", "99999999999999999999"])
    func page(from: String) async throws {
        try await withLetters { port in
            let reply = try #require(try await Peer.ask(port, "GET /letters?from=\(from)"))
            #expect(reply.status == 200)
            let status = try await Peer.ask(port, "GET /healthz")?.status
            #expect(status == 200)
        }
    }

    @Test("Outside a demonstration there are none")
    func absent() async throws {
        let status = try await withServer { try await Peer.ask($0, "GET /letters")?.status }
        #expect(status == 404)
    }
}
