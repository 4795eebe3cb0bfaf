import Chronology
import Mailing
import Participants
import Storage
import Surveying

/// One run of one wave, by the process that holds its lock.
///
/// It goes round: one transaction records the outcomes that have come and writes the next intents; those letters
/// leave; when half of those in flight have an outcome, it goes round again. So intents and outcomes share
/// commits, and the relay's connections never wait for one.
struct WaveRun: Sendable {
    let sending: Sending
    let wave: LetterWave
    let record: LetterWaveRecord
    let context: LetterContext
    let composer: LetterComposer
    let values: LocalizedValues
    let secrets: Secrets

    /// A letter whose intent is durable.
    struct Intended: Sendable {
        var letter: LetterRecord
        var ledger: LetterLedger
        var recipient: LetterRecipient
    }

    /// A letter whose outcome is not recorded yet.
    struct Finished: Sendable {
        var intended: Intended
        var outcome: LetterOutcome
    }

    func run(progress: @Sendable (Int, Int) -> Void) async throws -> SendingReport {
        try await recover()
        var handedOver = 0
        try await withThrowingTaskGroup(of: Finished.self) { group in
            var finished: [Finished] = []
            var inFlight = 0
            var failure: (any Error)?
            while true {
                do {
                    let isOpen = failure == nil && !Task.isCancelled
                    let free = isOpen ? sending.options.lettersInFlight - inFlight : 0
                    let batch = try await turn(recording: finished, intending: free)
                    handedOver += finished.count
                    finished = []
                    progress(batch.done, record.recipients)
                    for intended in batch.intended {
                        group.addTask { Finished(intended: intended, outcome: await transmit(intended)) }
                    }
                    inFlight += batch.intended.count
                } catch  where failure == nil {
                    // What is in flight is awaited and recorded with one more try; else it stays `attempting`.
                    failure = error
                }
                if inFlight == 0 { break }
                let enough = failure == nil ? max(1, inFlight / 2) : inFlight
                for _ in 0..<enough {
                    guard let done = try await group.next() else { break }
                    finished.append(done)
                    inFlight -= 1
                }
            }
            if let failure { throw failure }
        }
        return try await report(handedOver: handedOver)
    }

    /// Letters that a process left between intent and outcome become uncertain; nobody knows of them.
    private func recover() async throws {
        let now = sending.time.now()
        var ledger = LetterLedger(state: .attempting)
        _ = try ledger.apply(.foundAfterCrash)
        let state = ledger.state
        try await sending.store.write { [record] writer in
            try LetterRecords.moveAll(
                of: record.id, from: LetterState.attempting.rawValue, to: state.rawValue, at: now, in: writer)
        }
    }

    /// Composes and hands over one letter. A letter that cannot be composed has provably not been sent.
    private func transmit(_ intended: Intended) async -> LetterOutcome {
        let letter = intended.letter
        do {
            let to = try Mailbox(name: intended.recipient.name, address: letter.address)
            let composed = try composer.letter(
                to: to,
                messageID: MessageID(
                    wave: wave.id.rawValue, conference: record.conference,
                    recipient: intended.recipient.participant.rawValue, domain: context.sender.from.domain),
                listID: context.listID, values: try values(of: intended),
                date: letter.attemptedAt ?? sending.time.now())
            let mail = LetterInTransit(
                envelopeSender: context.sender.envelopeAddress, recipient: letter.address,
                messageID: letter.messageID, bytes: try composed.bytes())
            return await sending.transport.deliver(mail)
        } catch {
            return .refused(code: nil, reply: "not composed: \(error)")
        }
    }

    private func values(of intended: Intended) throws(LetterError) -> LocalizedValues {
        var own = values
        try own.set(.name, both: intended.recipient.name)
        try own.set(.unsubscribeLink, both: "\(context.baseURL)/u/\(intended.letter.id)")
        if let survey = wave.survey, let tokens = secrets.tokens {
            let token = tokens.token(wave: survey, participant: intended.recipient.participant)
            try own.set(.surveyLink, both: "\(context.baseURL)/s/\(token.text)")
        }
        return own
    }

    private func report(handedOver: Int) async throws -> SendingReport {
        let (counts, next) = try await sending.store.write { [record] writer in
            var counts = LetterCounts()
            for (state, number) in try LetterRecords.counts(wave: record.id, in: writer) {
                guard let known = LetterState(rawValue: state) else { throw StorageError.unexpectedRow("letters") }
                counts[known] = number
            }
            if counts.open == 0 {
                var done = record
                done.state = "done"
                try LetterWaveRecords.update(done, in: writer)
            }
            return (counts, try LetterRecords.nextAttempt(wave: record.id, in: writer))
        }
        guard counts.balances(withFrozen: record.recipients) else {
            throw SendingError.unbalanced(frozen: record.recipients, counted: counts)
        }
        return SendingReport(
            conference: record.conference, wave: wave.id, recipients: record.recipients, counts: counts,
            handedOver: handedOver, nextAttemptAt: next)
    }
}
