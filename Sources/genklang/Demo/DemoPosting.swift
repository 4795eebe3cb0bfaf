import Chronology
import Delivery
import Foundation
import Operations
import Surveying
import Webhooks

/// How simulated answers reach the node: nine in ten as signed JSON to the webhook, one in ten through the form,
/// both with libcurl over HTTP.
struct DemoPosting: Sendable {
    let client: HTTPClient
    let baseURL: String
    let secret: SignatureSecret

    /// One thing a person sends.
    struct Answering: Sendable {
        var survey: SurveyID
        var version: String
        var token: String
        var id: String
        var revision: Int64
        var answers: AnswerSet
        var isComplete: Bool
        var usesForm: Bool
    }

    enum Outcome: Sendable, Hashable {
        case kept
        case refused(status: Int)
        case failed(String)
    }

    /// Sends, and sends again as long as the node says to come back.
    func send(_ answering: Answering, at instant: Timestamp) async -> Outcome {
        for _ in 0..<20 {
            do throws(HTTPFailure) {
                let status = try await answering.usesForm ? form(answering) : webhook(answering, at: instant)
                switch status {
                case 200, 201, 303: return .kept
                case 503: try? await Task.sleep(for: .milliseconds(200))
                default: return .refused(status: status)
                }
            } catch {
                return .failed(error.description)
            }
        }
        return .refused(status: 503)
    }

    /// The event as it is sent, for the example that the README's lines post.
    func event(_ answering: Answering, at instant: Timestamp) -> ResponseEvent {
        ResponseEvent(
            type: .submitted, timestamp: instant, source: DemoWorkspace.sourceName, id: answering.id,
            revision: answering.revision, survey: answering.survey.description, version: answering.version,
            invitation: answering.token, state: answering.isComplete ? "complete" : "partial",
            answers: answering.answers.answers.map { ($0.name, WireValue($0.value)) })
    }

    private func webhook(_ answering: Answering, at instant: Timestamp) async throws(HTTPFailure) -> Int {
        let body = event(answering, at: instant).encoded()
        let id = "msg_\(answering.id)_\(answering.revision)"
        let signed = StandardWebhooks.headers(id: id, at: SystemTime().now(), body: body, secret: secret)
        return try await client.post(
            "\(baseURL)/v1/responses", headers: signed + [("content-type", "application/json")], body: body
        ).status
    }

    /// As a browser does it: the page first, then its fields.
    private func form(_ answering: Answering) async throws(HTTPFailure) -> Int {
        let page = "\(baseURL)/s/\(answering.token)"
        let first = try await client.get(page, headers: [("accept", "text/html")])
        guard first.status == 200 else { return first.status }
        var fields: [(String, String)] = []
        for answer in answering.answers.answers {
            switch answer.value {
            case .number(let number): fields.append((answer.name, String(number)))
            case .text(let text): fields.append((answer.name, text))
            case .codes(let codes): fields += codes.map { (answer.name, $0) }
            }
        }
        fields.append(("_action", answering.isComplete ? "send" : "save"))
        let body = fields.map { "\(Self.escaped($0))=\(Self.escaped($1))" }.joined(separator: "&")
        return try await client.post(
            page, headers: [("content-type", "application/x-www-form-urlencoded"), ("accept", "text/html")],
            body: Array(body.utf8)
        ).status
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(
            withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "\0"..."\u{7F}")))
            ?? ""
    }
}

extension WireValue {
    fileprivate init(_ value: AnswerValue) {
        switch value {
        case .number(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .codes(let codes): self = .codes(codes)
        }
    }
}
