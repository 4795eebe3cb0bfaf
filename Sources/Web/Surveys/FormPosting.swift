import Chronology
import Operations
import Storage
import Surveying

/// Turns a posted form into a submission, and sees that what was typed is kept whatever comes of it.
struct FormPosting {
    enum Intent {
        /// The answers are done.
        case send
        /// To another page: what this page requires is asked for at once.
        case goOn(from: SurveyPage)
        /// Kept as it is, to go on at another time, in another language or from an earlier page.
        case keep
    }

    enum Outcome {
        case kept
        case faulty([AnswerError])
        /// The survey closed meanwhile, or the link is no longer good.
        case refused
        case unavailable(retryAfterSeconds: Int)
    }

    let desk: SurveyDesk
    /// The real clock: revisions of one form grow with it on whatever device.
    let clock: any TimeSource

    func post(_ answers: AnswerSet, _ intent: Intent, for visit: SurveyVisit) async throws -> Outcome {
        if case .goOn(let page) = intent {
            let missing = missing(on: page, answers, visit.survey)
            if !missing.isEmpty {
                _ = try await keep(answers, for: visit)
                return .faulty(missing)
            }
        }
        let outcome: Outcome
        if case .send = intent {
            outcome = try await submit(visit.survey.asked(of: answers), .complete, for: visit)
        } else {
            outcome = try await keep(answers, for: visit)
        }
        if case .faulty(let errors) = outcome {
            // What is not at fault waits, should the reader never come back from the page of errors.
            let faulty = Set(errors.map(\.item))
            let rest = AnswerSet(answers.entries.filter { !faulty.contains($0.name.rawValue) })
            if !rest.isEmpty { _ = try await keep(rest, for: visit) }
        }
        return outcome
    }

    /// Saves without undoing what was sent: a complete response stays complete as long as nothing required is
    /// missing, and one that was counted stays counted. Before that it is a draft.
    private func keep(_ answers: AnswerSet, for visit: SurveyVisit) async throws -> Outcome {
        guard let state = visit.saved?.state, state.isCounted else {
            return try await submit(answers, .draft, for: visit)
        }
        let asked = visit.survey.asked(of: answers)
        if state == .complete, case .valid = visit.survey.validated(asked.answers, state: .complete) {
            return try await submit(asked, .complete, for: visit)
        }
        return try await submit(asked, .partial, for: visit)
    }

    private func missing(on page: SurveyPage, _ answers: AnswerSet, _ survey: Survey) -> [AnswerError] {
        guard case .invalid(let errors) = survey.validated(survey.asked(of: answers).answers, state: .complete) else {
            return []
        }
        return errors.filter { error in
            error.fault == .required && page.questions.contains { $0.name.rawValue == error.item }
        }
    }

    /// Another device may save between our reading and writing; then a greater revision is taken.
    private func submit(_ answers: AnswerSet, _ state: ResponseState, for visit: SurveyVisit) async throws -> Outcome {
        var latest = visit.latestRevision
        for _ in 0..<3 {
            let key = FormResponse.key(of: visit.token)
            let revision = max(latest + 1, clock.now().microseconds)
            let verdict = await desk.submit(
                Submission(
                    source: key.source, id: key.id, revision: revision, survey: visit.survey.id,
                    version: visit.survey.version, token: visit.token, state: state, answers: answers.answers,
                    submittedAt: desk.now))
            switch verdict {
            case .accepted, .duplicate: return .kept
            case .superseded(let receipt): latest = receipt.revision
            case .conflict(.otherContent(let receipt)): latest = receipt.revision
            case .invalid(let errors): return .faulty(errors)
            case .unavailable(let seconds): return .unavailable(retryAfterSeconds: seconds)
            case .closed, .unknownInvitation, .unknownSurvey, .conflict: return .refused
            }
        }
        return .unavailable(retryAfterSeconds: 1)
    }
}
