import Chronology
import Foundation
import Logging
import Operations
import Registers
import Storage
import Surveying
import Synchronization
import Testing
import Web
import Webhooks

/// Rows C1 and C5, and D4 on the way in.
@Suite("A signed answer", .timeLimit(.minutes(1)))
struct SignedResponseTests {
    private static let secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    private static let otherSecret = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8="

    private static func configuration() throws -> WebConfiguration {
        let sources = [
            AnswerSource(name: "kalmar-form", secrets: [try SignatureSecret(secret)]),
            AnswerSource(
                name: "other-county", secrets: [try SignatureSecret(otherSecret)],
                conferences: [ConferenceID("st2016-11")]),
        ]
        return .forTests { $0.sources = sources }
    }

    private static func event(
        source: String = "kalmar-form", id: String = "r-1", revision: Int = 1, survey: String = "st2016-10/before",
        token: String = StoredNode.token, answers: String = #"{"P01":5,"Q1":"Rätt?"}"#
    ) -> String {
        """
        {"type":"response.submitted","timestamp":"2016-02-01T10:00:00Z","data":{"source":"\(source)","id":"\(id)",\
        "revision":\(revision),"survey":"\(survey)","invitation":"\(token)","state":"complete","answers":\(answers)}}
        """
    }

    /// Signs with openssl's command line, not with the code under test.
    private static func signature(_ id: String, _ timestamp: String, _ body: String, key: String) throws -> String {
        let key = Array(try #require(Data(base64Encoded: String(key.dropFirst(6)))))
        let hexadecimal = key.map { String(format: "%02x", $0) }.joined()
        let file = FileManager.default.temporaryDirectory.appending(path: "genklang-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("\(id).\(timestamp).\(body)".utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = [
            "dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:\(hexadecimal)", "-binary", "-out",
            file.path + ".mac", file.path,
        ]
        try process.run()
        process.waitUntilExit()
        let mac = URL(fileURLWithPath: file.path + ".mac")
        defer { try? FileManager.default.removeItem(at: mac) }
        return "v1," + (try Data(contentsOf: mac)).base64EncodedString()
    }

    private static func post(
        _ port: Int, _ body: String, id: String = "msg-1", timestamp: String = "1788249600", key: String = secret
    ) async throws -> PeerReply? {
        let headers = [
            ("webhook-id", id), ("webhook-timestamp", timestamp),
            ("webhook-signature", try signature(id, timestamp, body, key: key)),
        ]
        return try await Peer.ask(port, "POST /v1/responses", headers, body: Array(body.utf8))
    }

    @Test("Stored once and acknowledged with the same receipt each time")
    func acknowledged() async throws {
        try await StoredNode.with { node in
            try await withServer(Self.configuration(), desk: node.desk) { port in
                let first = try #require(try await Self.post(port, Self.event()))
                #expect(first.status == 201)
                #expect(first.text.contains("\"state\":\"complete\""))
                let again = try #require(try await Self.post(port, Self.event(), id: "msg-2"))
                #expect(again.status == 200)
                #expect(again.body == first.body)
            }
            let count = try await node.store.read {
                try $0.query("SELECT count(*) FROM responses", []).first?.integer(0)
            }
            #expect(count == 1)
        }
    }

    enum Refused: String, CaseIterable {
        case noHeaders, wrongKey, tooOld, tooNew, looseTimestamp, changedBody, unknownSource, otherSource
        case ownForms, outOfScope, malformed, unknownSurvey, unknownInvitation, closed, otherContent, invalid

        var status: Int {
            switch self {
            case .noHeaders, .wrongKey, .tooOld, .tooNew, .looseTimestamp, .changedBody, .unknownSource: 401
            case .otherSource, .ownForms, .outOfScope: 403
            case .malformed: 400
            case .unknownSurvey, .unknownInvitation: 404
            case .closed, .otherContent: 409
            case .invalid: 422
            }
        }
    }

    @Test("Refused with the status that says why", arguments: Refused.allCases)
    func refused(_ reason: Refused) async throws {
        try await StoredNode.with { node in
            try await withServer(Self.configuration(), desk: node.desk) { port in
                let event = Self.event()
                let reply: PeerReply?
                switch reason {
                case .noHeaders: reply = try await Peer.ask(port, "POST /v1/responses", [], body: Array(event.utf8))
                case .wrongKey:
                    let key = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()
                    reply = try await Self.post(port, event, key: key)
                case .tooOld: reply = try await Self.post(port, event, timestamp: "1788249299")
                case .tooNew: reply = try await Self.post(port, event, timestamp: "1788249901")
                case .looseTimestamp: reply = try await Self.post(port, event, timestamp: "1_788_249_600")
                case .changedBody:
                    let signature = try Self.signature("m", "1788249600", event, key: Self.secret)
                    reply = try await Peer.ask(
                        port, "POST /v1/responses",
                        [("webhook-id", "m"), ("webhook-timestamp", "1788249600"), ("webhook-signature", signature)],
                        body: Array((event + " ").utf8))
                case .unknownSource:
                    let key = "whsec_" + Data(repeating: 9, count: 32).base64EncodedString()
                    reply = try await Self.post(port, Self.event(source: "nobody"), key: key)
                case .otherSource: reply = try await Self.post(port, event, key: Self.otherSecret)
                case .ownForms: reply = try await Self.post(port, Self.event(source: "form"))
                case .outOfScope:
                    reply = try await Self.post(port, Self.event(source: "other-county"), key: Self.otherSecret)
                case .malformed: reply = try await Self.post(port, event.replacing("}}", with: "},}"))
                case .unknownSurvey: reply = try await Self.post(port, Self.event(survey: "st2016-99/before"))
                case .unknownInvitation: reply = try await Self.post(port, Self.event(token: StoredNode.otherToken))
                case .closed:
                    // Given after the close; what was given before it may still arrive.
                    let late = Self.event(survey: "st2016-10/after", token: StoredNode.otherToken)
                    reply = try await Self.post(
                        port, late.replacing("2016-02-01T10:00:00Z", with: "2016-02-01T10:59:00Z"))
                case .otherContent:
                    _ = try await Self.post(port, event)
                    reply = try await Self.post(port, Self.event(answers: #"{"P01":1}"#), id: "msg-2")
                case .invalid:
                    reply = try await Self.post(port, Self.event(answers: #"{"P01":7,"P02":"x","X9":1}"#))
                }
                #expect(reply?.status == reason.status)
                #expect(reply?.headers["content-type"] == "application/problem+json")
                if reason == .invalid {
                    let problem = try #require(
                        try JSONSerialization.jsonObject(with: Data(reply?.body ?? [])) as? [String: Any])
                    let errors = try #require(problem["errors"] as? [[String: String]])
                    #expect(Set(errors.compactMap { $0["item"] }) == ["P01", "P02", "X9"])
                }
                if reason == .malformed { #expect(reply?.text.contains("byte 2") == true) }
            }
        }
    }

    @Test("No token and no answer stands in the log, whatever its level")
    func log() async throws {
        let lines = LogLines()
        let logger = Logger(label: "test") { _ in lines }
        try await StoredNode.with { node in
            try await withServer(Self.configuration(), desk: node.desk, logger: logger) { port in
                _ = try await Self.post(port, Self.event())
                _ = try await Peer.ask(port, "GET /s/\(StoredNode.token)")
                _ = try await Peer.ask(port, "GET /s/\(StoredNode.token)/receipt")
                _ = try await Peer.ask(port, "GET //s//\(StoredNode.token)")
                _ = try await Peer.ask(port, "GET /S/\(StoredNode.token)")
                _ = try await Peer.ask(port, "GET /?\(StoredNode.token)")
            }
        }
        let text = lines.text
        #expect(text.contains("POST /v1/responses"))
        #expect(text.contains("GET /s/{token}"))
        #expect(!text.contains(StoredNode.token))
        #expect(!text.contains("Rätt?"))
    }
}

/// Keeps every line with its metadata.
private final class LogLines: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }

    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set { lines.withLock { $0.append("\(newValue ?? "")") } }
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
}
