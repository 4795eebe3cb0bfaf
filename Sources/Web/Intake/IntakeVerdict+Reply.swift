import HTTPTypes
import Hummingbird
import Operations
import Surveying
import Wording

/// The one place where what became of a submission turns into an HTTP status.
enum IntakeReply {
    /// On the disk: 201 where it was stored now, 200 where it was there before.
    case receipt(Receipt, HTTPResponse.Status)
    case problem(Problem)

    init(_ verdict: IntakeVerdict) {
        switch verdict {
        case .accepted(let receipt): self = .receipt(receipt, .created)
        case .duplicate(let receipt), .superseded(let receipt): self = .receipt(receipt, .ok)
        case .invalid(let errors):
            self = .problem(
                Problem(
                    .invalidAnswers,
                    errors: errors.map { .init(item: $0.item, code: $0.code, message: $0.message) }))
        case .unknownInvitation: self = .problem(Problem(.unknownInvitation))
        case .unknownSurvey: self = .problem(Problem(.unknownSurvey))
        case .closed: self = .problem(Problem(.closed))
        case .conflict(let conflict): self = .problem(Problem(.conflict, detail: conflict.detail))
        case .unavailable(let seconds): self = .problem(Problem(.unavailable, retryAfterSeconds: seconds))
        }
    }
}

extension IntakeConflict {
    fileprivate var detail: LocalizedText {
        switch self {
        case .otherContent:
            LocalizedText(
                "Samma revision finns redan med andra svar. Öka revision för varje ny lydelse av samma svar.",
                "The same revision is there with other answers. Increase revision for each new state of the same answer."
            )
        case .otherInvitation:
            LocalizedText(
                "Svaret hör till en annan inbjudan. Använd ett id för varje inbjudan.",
                "The answer belongs to another invitation. Use an id for each invitation.")
        case .otherSurvey:
            LocalizedText(
                "Svaret hör till en annan enkät. Använd ett id för varje enkät.",
                "The answer belongs to another survey. Use an id for each survey.")
        case .otherVersion(let current):
            LocalizedText(
                "Enkäten har nu version \(current). Läs in den på nytt och skicka svar på den versionen.",
                "The survey now has version \(current). Read it anew and send answers to that version.")
        case .revisionBelowOne:
            LocalizedText("Fältet revision ska vara minst 1.", "The field revision must be at least 1.")
        }
    }
}
