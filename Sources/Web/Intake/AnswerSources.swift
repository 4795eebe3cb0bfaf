import Chronology
import Surveying
import Webhooks
import Wording

/// Decides whether signed bytes come from a source, and from the one they say.
///
/// The event names its source, so its secrets are tried first; what no secret fits is 401 whatever it says, so
/// that a stranger learns nothing of how it was read, and what another source's secret fits is 403.
struct AnswerSources: Sendable {
    private let byName: [String: AnswerSource]

    /// The source of the node's own forms, which nobody may post as.
    static let form = "form"

    init(_ sources: [AnswerSource]) {
        byName = Dictionary(sources.filter { $0.name != AnswerSources.form }.map { ($0.name, $0) }) { first, _ in first
        }
    }

    struct Attempt {
        var id: String?
        var timestamp: String?
        var signature: String?
        var body: [UInt8]
    }

    /// The event of an attempt that its own source has signed and may send.
    func admitted(_ attempt: Attempt, now: Timestamp) throws(Problem) -> (ResponseEvent, SurveyID) {
        let event: ResponseEvent
        do {
            event = try ResponseEvent.scan(attempt.body)
        } catch {
            guard signs(byName.values.flatMap(\.secrets), attempt, now) else { throw Problem(.unauthenticated) }
            throw Problem(.malformedEvent, detail: AnswerSources.place(of: error))
        }
        let source = byName[event.source]
        guard let source, signs(source.secrets, attempt, now) else {
            let others = byName.values.filter { $0.name != event.source }.flatMap(\.secrets)
            throw Problem(signs(others, attempt, now) ? .outOfScope : .unauthenticated)
        }
        guard let survey = SurveyID(event.survey) else { throw Problem(.unknownSurvey) }
        guard source.covers(survey) else { throw Problem(.outOfScope) }
        return (event, survey)
    }

    private func signs(_ secrets: [SignatureSecret], _ attempt: Attempt, _ now: Timestamp) -> Bool {
        let verdict = StandardWebhooks.verify(
            id: attempt.id, timestamp: attempt.timestamp, signature: attempt.signature, body: attempt.body,
            secrets: secrets, now: now)
        return verdict == .genuine
    }

    private static func place(of error: ScanError) -> LocalizedText {
        LocalizedText(
            "Rad \(error.line), tecken \(error.column) (byte \(error.offset)): \(error.defect)",
            "Line \(error.line), column \(error.column) (byte \(error.offset)): \(error.defect)")
    }
}
