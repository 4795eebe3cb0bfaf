import Chronology
import HTTPTypes
import Hummingbird
import Operations
import Surveying
import Webhooks

/// `POST /v1/responses`: one signed event, acknowledged when it is on the disk.
struct ResponseRoutes {
    let sources: AnswerSources
    let time: any TimeSource
    let limits: WebLimits
    let desk: SurveyDesk

    func add(to router: Router<WebContext>) {
        router.post("/v1/responses") { request, _ in
            let attempt = AnswerSources.Attempt(
                id: request.headers.only(StandardWebhooks.idHeader),
                timestamp: request.headers.only(StandardWebhooks.timestampHeader),
                signature: request.headers.only(StandardWebhooks.signatureHeader),
                body: try await request.wholeBody(limits: limits))
            let (event, survey) = try sources.admitted(attempt, now: time.now())
            switch IntakeReply(await desk.submit(Submission(event, survey: survey))) {
            case .receipt(let receipt, let status): return Reply.json(receipt.json, status: status)
            case .problem(let problem): throw problem
            }
        }
    }
}

extension Submission {
    init(_ event: ResponseEvent, survey: SurveyID) {
        self.init(
            source: event.source, id: event.id, revision: event.revision, survey: survey, version: event.version,
            token: event.invitation, state: event.state.flatMap(ResponseState.init(rawValue:)) ?? .complete,
            answers: event.answers.map { ($0.name, AnswerValue($0.value)) }, submittedAt: event.timestamp,
            isErasure: event.type == .erased)
    }
}

extension AnswerValue {
    init(_ value: WireValue) {
        switch value {
        case .integer(let number): self = .number(number)
        case .text(let text): self = .text(text)
        case .codes(let codes): self = .codes(codes)
        }
    }
}

extension Receipt {
    /// `{"receipt": "7f3kq-0m2xd", "revision": 1, "state": "complete", "received_at": "…"}`.
    fileprivate var json: JSONText {
        .object([
            ("receipt", .string(code)), ("revision", .integer(revision)),
            ("state", .string(state?.rawValue ?? "erased")), ("received_at", .string(receivedAt.rfc3339)),
        ])
    }
}
