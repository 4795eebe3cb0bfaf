import Chronology
import Mailing
import Participants
import Storage
import Surveying
import Wording

/// One run of one wave, by the process that holds its lock.
///
/// It goes round: one transaction records the outcomes that have come and writes the next intents; those letters
/// leave; when half of those in flight have an outcome, it goes round again. So intents and outcomes share
/// commits, and while one is written the other half keeps the relay busy.
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
        /// Those who are to get it: several who share the address, or whoever of them is left.
        var recipients: [LetterRecipient]

        var name: LocalizedText { SharedLetter.salutation(recipients.map(\.name)) }
    }

    /// A letter whose outcome is not recorded yet.
    struct Finished: Sendable {
        var intended: Intended
        var outcome: LetterOutcome
    }

    func run(progress: @Sendable (Int, Int) -> Void) async throws -> SendingReport {
        try await recover()
        let lettersInFlight = max(1, sending.transport.lettersInFlight)
        let (handedOver, accepted) = try await withThrowingTaskGroup(of: Finished.self) { group in
            var finished: [Finished] = []
            var inFlight = 0
            var handedOver = 0
            var accepted = 0
            var unreached = 0
            var isOpen = true
            var failure: (any Error)?
            repeat {
                isOpen =
                    isOpen && failure == nil && !Task.isCancelled
                    && unreached < WaveRun.unreachedBeforeStopping
                do {
                    let turn = try await turn(
                        recording: finished, intending: isOpen ? lettersInFlight - inFlight : 0)
                    finished = []
                    progress(turn.done, record.recipients)
                    for intended in turn.intended { group.addTask { await transmit(intended) } }
                    inFlight += turn.intended.count
                    handedOver += turn.intended.count
                } catch  where failure == nil {
                    // What is in flight is awaited, and recorded with one more try; else it stays `attempting`.
                    failure = error
                }
                let enough = isOpen && failure == nil ? (inFlight + 1) / 2 : inFlight
                for _ in 0..<enough {
                    guard let done = try await group.next() else { break }
                    finished.append(done)
                    if case .accepted = done.outcome { accepted += 1 }
                    unreached = done.outcome.isUnreached ? unreached + 1 : 0
                    inFlight -= 1
                }
            } while !finished.isEmpty
            if let failure { throw failure }
            return (handedOver, accepted)
        }
        return try await report(handedOver: handedOver, acceptedNow: accepted)
    }

    /// After so many letters in a row that did not reach the relay the rest wait for the next run, rather than each
    /// for its own time-out.
    private static let unreachedBeforeStopping = 5

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
    private func transmit(_ intended: Intended) async -> Finished {
        let letter = intended.letter
        do {
            guard let messageID = MessageID(letter.messageID) else { throw LetterError.notBuilt }
            let composed = try composer.letter(
                to: try .recipient(name: intended.name.swedish, address: letter.address), messageID: messageID,
                listID: context.listID, values: try values(of: intended),
                date: letter.attemptedAt ?? sending.time.now())
            let mail = LetterInTransit(
                envelopeSender: context.sender.envelopeAddress, recipient: letter.address,
                messageID: letter.messageID, bytes: try composed.bytes())
            return Finished(intended: intended, outcome: await sending.transport.deliver(mail))
        } catch {
            return Finished(intended: intended, outcome: .refused(code: nil, reply: "not composed: \(error)"))
        }
    }

    private func values(of intended: Intended) throws(LetterError) -> LocalizedValues {
        var own = values
        if let survey = wave.survey, let tokens = secrets.tokens {
            var links: [PersonalLink] = []
            for (place, recipient) in intended.recipients.enumerated() {
                let token = tokens.token(wave: survey, participant: recipient.participant)
                links.append(
                    PersonalLink(
                        name: SharedLetter.label(recipient.name, number: place + 1),
                        link: "\(context.baseURL)/s/\(token.text)"))
            }
            try own.set(surveyLinks: links)
        }
        try own.set(.name, intended.name)
        try own.set(.unsubscribeLink, both: "\(context.baseURL)/u/\(intended.letter.id)")
        return own
    }
}

extension LetterOutcome {
    /// Whether nothing answered: no relay, no room on the disk.
    fileprivate var isUnreached: Bool {
        if case .deferred(code: nil, reply: _) = self { true } else { false }
    }
}
