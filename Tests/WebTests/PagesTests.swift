import Foundation
import Testing
import Web
import Wording

@Suite("Pages that stand whatever is stored", .timeLimit(.minutes(1)))
struct PagesTests {
    @Test("Every page comes with a policy that runs no script and leaks no address")
    func headers() async throws {
        try await withServer { port in
            for path in ["/privacy", "/accessibility", "/problems", "/nowhere"] {
                let reply = try #require(try await Peer.ask(port, "GET \(path)", [("Accept", "text/html")]))
                let policy = try #require(reply.headers["content-security-policy"])
                #expect(policy.contains("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(!policy.contains("script-src"))
                #expect(reply.headers["referrer-policy"] == "no-referrer")
                #expect(reply.headers["x-content-type-options"] == "nosniff")
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(!reply.text.contains("<script"))
                #expect(!reply.text.contains("style="))
            }
        }
    }

    @Test("A wrong address is a page for people and problem details for programs")
    func notFound() async throws {
        try await withServer { port in
            let page = try #require(try await Peer.ask(port, "GET /nowhere", [("Accept", "text/html")]))
            #expect(page.status == 404)
            #expect(page.text.contains("<h1>Sidan finns inte</h1>"))
            let details = try #require(try await Peer.ask(port, "GET /nowhere", [("Accept-Language", "en")]))
            #expect(details.headers["content-type"] == "application/problem+json")
            #expect(details.text.contains("\"status\":404"))
            #expect(details.text.contains("There is no such page"))
        }
    }

    @Test("Pages say that data is simulated when it is")
    func simulated() async throws {
        let configuration = WebConfiguration.forTests { $0.isSimulated = true }
        let text = try await withServer(configuration) { try await Peer.ask($0, "GET /privacy")?.text ?? "" }
        #expect(text.contains("SIMULERADE UPPGIFTER"))
        #expect(!text.contains("svar och siffror är påhittade") && !text.contains("dagens lag"))
        let demonstration = WebConfiguration.forTests {
            $0.isSimulated = true
            $0.isDemonstration = true
        }
        let demo = try await withServer(demonstration) { try await Peer.ask($0, "GET /privacy")?.text ?? "" }
        #expect(demo.contains("svar och siffror är påhittade") && demo.contains("dagens lag"))
        let plain = try await withServer { try await Peer.ask($0, "GET /privacy")?.text ?? "" }
        #expect(!plain.contains("SIMULERADE"))
    }

    @Test("A board has its English name on English pages")
    func boardName() async throws {
        let configuration = WebConfiguration.forTests {
            $0.boards[0].englishName = "County Administrative Board of Kalmar"
        }
        let (swedish, english) = try await withServer(configuration) { port in
            (
                try await Peer.ask(port, "GET /privacy")?.text ?? "",
                try await Peer.ask(port, "GET /privacy?lang=en")?.text ?? ""
            )
        }
        #expect(swedish.contains("Länsstyrelsen i Kalmar län") && !swedish.contains("County Administrative"))
        #expect(english.contains("County Administrative Board of Kalmar") && !english.contains("Länsstyrelsen i"))
    }

    @Test("The address of the style sheet changes with its content and the file may be kept for a year")
    func stylesheet() async throws {
        try await withServer { port in
            let page = try await Peer.ask(port, "GET /privacy")?.text ?? ""
            let path = try #require(page.firstMatch(of: #/href="(/genklang\.css\?v=[0-9a-f]{12})"/#)?.1)
            let plain = try #require(try await Peer.ask(port, "GET \(path)"))
            #expect(plain.headers["cache-control"]?.contains("immutable") == true)
            let packed = try #require(try await Peer.ask(port, "GET \(path)", [("Accept-Encoding", "br, gzip")]))
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(packed.body.count < plain.body.count / 2)
        }
    }

    @Test("The report's own style sheet is allowed by its hash, and nothing else")
    func reportStyles() async throws {
        let configuration = WebConfiguration.forTests {
            $0.report = { _ in "<!DOCTYPE html><title>x</title><style>p{color:red}</style><p>x" }
        }
        let reply = try await withServer(configuration) { try await Peer.ask($0, "GET /report") }
        // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
        let hash = "p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64="
        #expect(reply?.headers["content-security-policy"]?.contains("style-src 'self' 'sha256-\(hash)';") == true)
    }

    @Test("The schema of an answer is published as the file that stands in the source")
    func schema() async throws {
        let reply = try await withServer { try await Peer.ask($0, "GET /schemas/response-event.json") }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Web/Resources/response-event.schema.json")
        #expect(try Data(contentsOf: file) == Data(reply?.body ?? []))
        #expect(reply?.headers["content-type"] == "application/schema+json")
    }
}
