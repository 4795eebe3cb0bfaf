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

    /// Lays what was posted over what is saved, and saves it. Where another device or tab saves in between, it is
    /// laid over that, so that neither loses a page.
    ///
    /// - Returns: what was posted as it was last merged, and what became of it; `nil` where the link no longer opens
    ///   anything.
    func post(_ form: FormBody, for visit: SurveyVisit) async throws -> (SurveyPost, Outcome)? {
        var visit = visit
        for _ in 0..<5 {
            let post = SurveyPost(form, visit: visit)
            if let outcome = try await self.post(post.answers, post.intent, for: visit) { return (post, outcome) }
            guard let fresh = try await desk.visit(visit.token) else { return nil }
            visit = fresh
        }
        return (SurveyPost(form, visit: visit), .unavailable(retryAfterSeconds: 1))
    }

    /// `nil`, here and below, where another device or tab has saved since the visit; then nothing was stored.
    private func post(
        _ answers: AnswerSet, _ intent: Intent, for visit: SurveyVisit
    ) async throws -> Outcome? {
        if case .goOn(let page) = intent {
            let missing = missing(on: page, answers, visit.survey)
            if !missing.isEmpty {
                return try await keep(answers, for: visit) == nil ? nil : .faulty(missing)
            }
        }
        let outcome: Outcome?
        if case .send = intent {
            outcome = try await submit(visit.survey.asked(of: answers), .complete, for: visit)
        } else {
            outcome = try await keep(answers, for: visit)
        }
        if case .faulty(let errors) = outcome {
            // What is not at fault waits, should the reader never come back from the page of errors.
            let faulty = Set(errors.map(\.item))
            let rest = AnswerSet(answers.entries.filter { !faulty.contains($0.name.rawValue) })
            if !rest.isEmpty, try await keep(rest, for: visit) == nil { return nil }
        }
        return outcome
    }

    /// Saves without undoing what was sent: a complete response stays complete as long as nothing required is
    /// missing, and one that was counted stays counted. Before that it is a draft.
    private func keep(_ answers: AnswerSet, for visit: SurveyVisit) async throws -> Outcome? {
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

    /// Saves in the place of what the visit saw, and of nothing that came later. The same again is there already.
    private func submit(_ answers: AnswerSet, _ state: ResponseState, for visit: SurveyVisit) async throws -> Outcome? {
        if let saved = visit.saved, saved.state == state, saved.answers == answers { return .kept }
        let key = FormResponse.key(of: visit.token)
        let verdict = await desk.submit(
            Submission(
                source: key.source, id: key.id, revision: max(visit.latestRevision + 1, clock.now().microseconds),
                survey: visit.survey.id, version: visit.survey.version, token: visit.token, state: state,
                answers: answers.answers, submittedAt: desk.now, seenRevision: visit.latestRevision))
        return switch verdict {
        case .accepted, .duplicate: .kept
        // A new version too: the visit has the old one.
        case .superseded, .conflict(.otherContent), .conflict(.otherVersion): nil
        case .invalid(let errors): .faulty(errors)
        case .unavailable(let seconds): .unavailable(retryAfterSeconds: seconds)
        case .closed, .unknownInvitation, .unknownSurvey, .conflict: .refused
        }
    }
}
