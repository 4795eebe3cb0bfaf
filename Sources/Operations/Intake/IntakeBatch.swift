import Chronology
import Registers
import Storage
import Surveying

/// Submissions that share a transaction. Applying them reads what they touch at once, decides one after the other
/// in memory, and writes each changed row once.
struct IntakeBatch {
    let submissions: [CheckedSubmission]
    let options: IntakeOptions
    let now: Timestamp

    private struct Sender {
        var pseudonym: Pseudonym
        var invited: InvitedParticipant
    }

    /// Returns a verdict for each submission. Throws ``DamagedTable`` or what the store throws; then nothing stands.
    func apply(in writer: any SQLWriting, dialect: SQLDialect, shelf: SurveyShelf) throws -> [IntakeVerdict] {
        let content = try shelf.current(in: writer)
        let senders = try senders(in: writer)
        var ledger = try ledger(senders, in: writer)
        var effects = IntakeEffects()
        var verdicts: [IntakeVerdict] = []
        verdicts.reserveCapacity(submissions.count)
        for (submission, sender) in zip(submissions, senders) {
            do {
                let submission = try fresh(submission, content)
                let record = try decide(submission, sender, ledger, content, effects, in: writer)
                effects.note(submission, record, of: sender?.invited, replacing: ledger[record.key] != nil)
                ledger.put(record)
                verdicts.append(.accepted(Receipt(record)))
            } catch let refusal as Refusal {
                verdicts.append(refusal.verdict)
            }
        }
        guard !effects.records.isEmpty else { return verdicts }
        ledger.settle()
        try ResponseRecords.put(ledger.changedRows, in: writer)
        try effects.apply(in: writer, endpoints: options.endpoints, surveys: content.surveys, now: now)
        try ledger.tableChanges(content.pairings).apply(in: writer, dialect: dialect)
        return verdicts
    }

    /// Whose invitation each submission comes with; `nil` for an erasure without one and for an unknown token.
    private func senders(in reader: any SQLReading) throws -> [Sender?] {
        let hashes = Array(Set(submissions.compactMap(\.tokenHash)))
        let invited = Dictionary(
            zip(hashes, try InvitationRecords.invited(hashes, in: reader))
        ) { first, _ in first }
        return submissions.map { submission in
            guard let hash = submission.tokenHash, case .some(.some(let invited)) = invited[hash],
                invited.survey == submission.submission.survey
            else { return nil }
            return Sender(pseudonym: submission.key.pseudonym(of: invited.participant), invited: invited)
        }
    }

    private func ledger(_ senders: [Sender?], in writer: any SQLWriting) throws -> ResponseLedger {
        let people = zip(submissions, senders).map { ($0.submission.key, $1?.pseudonym) }
        var rows = try ResponseRecords.related(to: people, in: writer).flatMap(\.self)
        // An erasure says a key and no person; whom it concerns is in the row.
        let known = Set(senders.compactMap { $0?.pseudonym })
        for person in Set(rows.compactMap(\.pseudonym)).subtracting(known).sorted() {
            rows += try ResponseRecords.list(pseudonym: person, in: writer)
        }
        return ResponseLedger(rows)
    }

    /// The row that a submission becomes, or the refusal it meets.
    private func decide(
        _ checked: CheckedSubmission, _ sender: Sender?, _ ledger: ResponseLedger, _ content: ShelfContent,
        _ effects: IntakeEffects, in reader: any SQLReading
    ) throws -> ResponseRecord {
        let submission = checked.submission
        guard let served = content.surveys[submission.survey] else { throw Refusal(.unknownSurvey) }
        if !submission.isErasure, sender == nil { throw Refusal(.unknownInvitation) }
        if let row = ledger[submission.key] {
            guard row.survey == submission.survey else { throw Refusal(.conflict(.otherSurvey(row.survey))) }
            if !submission.isErasure, let owner = row.pseudonym, owner != sender?.pseudonym {
                throw Refusal(.conflict(.otherInvitation))
            }
            if row.revision > submission.revision { throw Refusal(.superseded(Receipt(row))) }
            if row.revision == submission.revision {
                throw Refusal(try repetition(of: row, checked, sender, served.survey, effects, in: reader))
            }
            if let seen = submission.seenRevision, seen != row.revision { throw Refusal(.superseded(Receipt(row))) }
        }
        if submission.isErasure { return tombstone(submission) }
        guard isOpen(served.record, for: submission), let sender else { throw Refusal(.closed) }
        return response(checked, sender, served)
    }

    /// The verdict on a revision that is stored already.
    private func repetition(
        of row: ResponseRecord, _ checked: CheckedSubmission, _ sender: Sender?, _ survey: Survey,
        _ effects: IntakeEffects, in reader: any SQLReading
    ) throws -> IntakeVerdict {
        let receipt = Receipt(row)
        guard !checked.submission.isErasure, let content = checked.content, let sender else {
            return row.isErased == checked.submission.isErasure
                ? .duplicate(receipt) : .conflict(.otherContent(receipt))
        }
        // A draft that became partial when its survey closed, sent once more.
        let isClosedDraft = row.state == .partial && checked.submission.state == .draft
        let expected = isClosedDraft ? survey.asked(of: content.answers).json : content.json
        guard isClosedDraft || row.state == checked.submission.state, row.answers == expected else {
            return .conflict(.otherContent(receipt))
        }
        let key = checked.key.contactKey(of: row.key)
        let contact: String?
        switch effects.contact(of: row.key) {
        case .kept(let answers): contact = answers
        case .gone: contact = nil
        case .untouched:
            contact = try ContactAnswerRecords.list(
                survey: row.survey, participant: sender.invited.participant, in: reader
            ).first { $0.responseKey == key }?.answers
        }
        guard contact == content.contact else { return .conflict(.otherContent(receipt)) }
        return isClosedDraft ? .superseded(receipt) : .duplicate(receipt)
    }

    private func isOpen(_ survey: SurveyRecord, for submission: Submission) -> Bool {
        let inTime = survey.closesAt.adding(seconds: options.graceInSeconds)
        let atLast = inTime.adding(seconds: options.arrivalLimitInSeconds)
        return now >= survey.opensAt && time(of: submission) <= inTime && now <= atLast
    }

    /// By the sender's clock, but no later than it arrived: a clock that is ahead would otherwise let an answer win
    /// over every later correction from elsewhere.
    private func time(of submission: Submission) -> Timestamp {
        min(submission.submittedAt, now)
    }

    private func tombstone(_ submission: Submission) -> ResponseRecord {
        ResponseRecord(
            key: submission.key, revision: submission.revision, survey: submission.survey, version: nil,
            pseudonym: nil, organisationKey: nil, organisationType: nil, state: nil, isCounted: false,
            submittedAt: time(of: submission), receivedAt: now, answers: nil)
    }

    private func response(_ checked: CheckedSubmission, _ sender: Sender, _ served: ServedSurvey) -> ResponseRecord {
        let submission = checked.submission
        return ResponseRecord(
            key: submission.key, revision: submission.revision, survey: submission.survey,
            version: served.record.version, pseudonym: sender.pseudonym,
            organisationKey: sender.invited.organisationKey, organisationType: sender.invited.organisationType,
            state: submission.state, isCounted: false, submittedAt: time(of: submission), receivedAt: now,
            answers: checked.content?.json)
    }

    /// The submission as it is against the survey of now: that may have changed after the answers were checked,
    /// until its first answer freezes it.
    private func fresh(_ checked: CheckedSubmission, _ content: ShelfContent) throws(Refusal) -> CheckedSubmission {
        guard let served = content.surveys[checked.submission.survey] else { throw Refusal(.unknownSurvey) }
        guard let version = checked.content?.version, version != served.record.version else { return checked }
        return CheckedSubmission(
            checked.submission, key: checked.key,
            content: try CheckedSubmission.content(of: checked.submission, for: served))
    }
}
