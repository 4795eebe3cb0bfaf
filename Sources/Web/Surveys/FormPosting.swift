import Chronology
import Operations
import Storage
import Surveying

/// Turns a posted form into a submission, and sees that what was typed is kept whatever comes of it.
struct FormPosting {
    enum Button {
        case send
        case save
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

    func post(_ answers: AnswerSet, by button: Button, for visit: SurveyVisit) async throws -> Outcome {
        let state: ResponseState
        switch button {
        case .send: state = .complete
        case .save: state = visit.saved?.state.isCounted == true ? .partial : .draft
        }
        let kept = state == .draft ? answers : visit.survey.asked(of: answers)
        let outcome = try await submit(kept, state, for: visit)
        if case .faulty(let errors) = outcome, visit.saved?.state.isCounted != true {
            // What is not at fault waits as a draft, should the reader never come back from the page of errors.
            let faulty = Set(errors.map(\.item))
            let rest = AnswerSet(answers.entries.filter { !faulty.contains($0.name.rawValue) })
            if !rest.isEmpty { _ = try await submit(rest, .draft, for: visit) }
        }
        return outcome
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
