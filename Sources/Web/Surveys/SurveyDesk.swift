public import Chronology
import Crypto
public import Operations
import Participants
import Registers
public import Storage
import Surveying
import Synchronization

/// Where surveys are handed out and taken in: looks up personal links, and passes answers to the intake.
public struct SurveyDesk: Sendable {
    private let store: any StorageDriver
    private let intake: Intake
    private let keys: PseudonymKeys
    private let time: any TimeSource
    private let surveys = SurveyCache()
    private let unsubscribing = Turnstile(places: 64)
    /// An answer is still taken this long after the close, and so its page is still shown.
    private let graceInSeconds: Int64

    /// - Parameter time: the clock that surveys open and close by; simulated in a demonstration.
    public init(
        store: any StorageDriver, intake: Intake, keys: PseudonymKeys, time: any TimeSource,
        graceInSeconds: Int64 = IntakeOptions().graceInSeconds
    ) {
        self.store = store
        self.intake = intake
        self.keys = keys
        self.time = time
        self.graceInSeconds = graceInSeconds
    }

    var now: Timestamp { time.now() }

    func submit(_ submission: Submission) async -> IntakeVerdict {
        await intake.submit(submission)
    }

    /// What a personal link opens; `nil` for one that is unknown, mistyped, not yet open or closed.
    ///
    /// All of those cost the same two look-ups, so that neither the reply nor its time tells them apart.
    func visit(_ token: String) async throws -> SurveyVisit? {
        let hash = TokenHash(of: token)
        let now = now
        let nobody = SurveyID(conference: ConferenceID("-"), wave: .before)
        let found = try await store.read { reader -> Found? in
            let invited = try InvitationRecords.invited(hash, in: reader)
            let record = try SurveyRecords.find(invited?.survey ?? nobody, .node, in: reader)
            guard let invited, let record, record.opensAt <= now,
                now <= record.closesAt.adding(seconds: graceInSeconds),
                let conference = try ConferenceRecords.find(invited.survey.conference, .node, in: reader)
            else { return nil }
            let response = try ResponseRecords.find(FormResponse.key(of: token), in: reader)
            return Found(
                invited: invited, record: record, conference: conference, response: response,
                contacts: response == nil
                    ? []
                    : try ContactAnswerRecords.list(
                        survey: invited.survey, participant: invited.participant, in: reader),
                definition: surveys.holds(record.version)
                    ? nil : try SurveyRecords.definition(version: record.version, in: reader))
        }
        guard let found, let survey = try surveys.survey(found.record.version, definition: found.definition) else {
            return nil
        }
        return SurveyVisit(
            token: token, survey: survey, conference: found.conference, closesAt: found.record.closesAt,
            respondent: try await respondent(found.invited, at: survey),
            saved: found.saved(with: try await contact(of: found, token)), latestRevision: found.response?.revision ?? 0
        )
    }

    /// The form's own part that is kept with the contact; the person may have answered elsewhere too.
    private func contact(of found: Found, _ token: String) async throws -> ContactAnswerRecord? {
        if found.contacts.isEmpty { return nil }
        let key = try await keys.key(of: found.invited.survey.conference, store: store)
            .contactKey(of: FormResponse.key(of: token))
        return found.contacts.first { $0.responseKey == key }
    }

    /// One's own organisation and earlier answers, for the questions that build on them.
    ///
    /// A survey is frozen by its first answer, and with that answer the conference got its key: without a frozen
    /// earlier survey the key is not asked for, so that looking never makes one.
    private func respondent(_ invited: InvitedParticipant, at survey: Survey) async throws -> Respondent {
        var respondent = Respondent(organisation: invited.organisationKey)
        guard survey.questions.contains(where: { $0.lead != nil }) else { return respondent }
        let earlier = Wave.allCases.filter { $0 < survey.id.wave }
        let hasAnswers = try await store.read { reader in
            try earlier.contains { wave in
                let id = SurveyID(conference: survey.id.conference, wave: wave)
                return try SurveyRecords.find(id, .node, in: reader)?.frozenAt != nil
            }
        }
        guard hasAnswers else { return respondent }
        let key = try await keys.key(of: invited.survey.conference, store: store)
        let pseudonym = key.pseudonym(of: invited.participant)
        for response in try await store.read({ try ResponseRecords.list(pseudonym: pseudonym, in: $0) })
        where response.isCounted && earlier.contains(response.survey.wave) {
            respondent.earlier[response.survey.wave] = response.answers.flatMap { AnswerSet(json: $0) }
        }
        return respondent
    }

    /// Stops letters of a stream to the address of a letter; a letter that is not there changes nothing.
    ///
    /// Whoever holds a link can post to it without end: what changes nothing does not wait for the writing thread, and
    /// of what does only so many do at once, so that answers are not held up.
    func unsubscribe(letter: String, from stream: OptOutStream) async throws {
        let letter = LetterID(letter)
        guard try await store.read({ try Unsubscribing.isNeeded(letter, stream, in: $0) }) else { return }
        guard unsubscribing.enter() else { throw Problem(.unavailable, retryAfterSeconds: 5) }
        defer { unsubscribing.leave() }
        let now = now
        try await store.write { try Unsubscribing.unsubscribe(letter, stream, at: now, in: $0) }
    }

    /// Whether the store answers a question.
    func isReady() async -> Bool {
        do {
            _ = try await store.read { try SurveyGeneration.current(in: $0) }
            return true
        } catch {
            return false
        }
    }

    private struct Found: Sendable {
        var invited: InvitedParticipant
        var record: SurveyRecord
        var conference: ConferenceRecord
        var response: ResponseRecord?
        var contacts: [ContactAnswerRecord]
        var definition: String?

        /// What was answered, both parts together; `nil` where nothing is, or it was erased.
        func saved(with contact: ContactAnswerRecord?) -> SurveyVisit.SavedAnswers? {
            guard let response, let state = response.state else { return nil }
            var answers = response.answers.flatMap { AnswerSet(json: $0) } ?? AnswerSet()
            for entry in contact.flatMap({ AnswerSet(json: $0.answers) })?.entries ?? [] {
                answers[entry.name] = entry.value
            }
            return .init(answers: answers, state: state, savedAt: response.submittedAt)
        }
    }
}

/// The node's own forms as a source of responses.
enum FormResponse {
    /// One response a link, whatever the device. The id is made from the token itself, which is stored nowhere,
    /// so that nothing in the store leads from the invitation to the answers.
    static func key(of token: String) -> ResponseKey {
        let digest = SHA256.hash(data: Array("genklang form response:\(token)".utf8))
        let id = digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return ResponseKey(source: AnswerSources.form, id: id)
    }
}

/// Surveys by version, read from their definition once: a version never changes.
private final class SurveyCache: Sendable {
    private let surveys = Mutex<[String: Survey]>([:])

    func holds(_ version: String) -> Bool {
        surveys.withLock { $0[version] != nil }
    }

    func survey(_ version: String, definition: String?) throws -> Survey? {
        if let known = surveys.withLock({ $0[version] }) { return known }
        guard let definition else { return nil }
        let survey = try Survey(definition: definition)
        surveys.withLock { $0[version] = survey }
        return survey
    }
}
