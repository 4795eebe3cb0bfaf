import Storage
import Surveying

/// A submission whose answers have been validated, ready to be stored.
struct CheckedSubmission: Sendable {
    let submission: Submission
    let key: PseudonymKey
    let tokenHash: TokenHash?
    /// `nil` for an erasure.
    let content: Content?

    struct Content: Sendable {
        let version: String
        let answers: AnswerSet
        let json: String
        /// What is kept with the person; `nil` where nothing of it was answered.
        let contact: String?
    }

    init(_ submission: Submission, key: PseudonymKey, content: Content?) {
        self.submission = submission
        self.key = key
        self.content = content
        tokenHash = submission.token.map(TokenHash.init(of:))
    }

    /// Validates against a survey; what cannot be taken is the verdict.
    static func content(of submission: Submission, for served: ServedSurvey) throws(Refusal) -> Content {
        let survey = served.survey
        if let version = submission.version, version != survey.version {
            throw Refusal(.conflict(.otherVersion(current: survey.version)))
        }
        switch survey.validated(submission.answers, state: submission.state) {
        case .invalid(let errors):
            throw Refusal(.invalid(errors))
        case .valid(let answers):
            let parts = survey.split(answers)
            return Content(
                version: survey.version, answers: parts.answers, json: parts.answers.json,
                contact: parts.contact.isEmpty ? nil : parts.contact.json)
        }
    }
}

/// A verdict that ends a submission's way before the disk.
struct Refusal: Error {
    let verdict: IntakeVerdict

    init(_ verdict: IntakeVerdict) {
        self.verdict = verdict
    }
}
