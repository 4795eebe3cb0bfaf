import Chronology
import Mailing
import Participants
import Storage
import Surveying

extension WaveRun {
    struct Turn: Sendable {
        var intended: [Intended]
        /// Letters of the wave that are done with after the turn.
        var done: Int
    }

    /// Records outcomes and writes the next intents in one durable transaction.
    func turn(recording finished: [Finished], intending free: Int) async throws -> Turn {
        let now = sending.time.now()
        let outcomes = try finished.map { try WaveRun.transition($0, at: now) }
        return try await sending.store.write { writer in
            for step in outcomes { try LetterRecords.take(step, in: writer) }
            for letter in finished where letter.outcome.isBounce {
                try SuppressionRecords.put(
                    addressKey: letter.intended.letter.addressKey, board: record.board, reason: .bounced, at: now,
                    in: writer)
            }
            let intended = try now >= record.expiresAt ? expire(at: now, in: writer) : intend(free, at: now, in: writer)
            let counts = try LetterRecords.counts(wave: record.id, in: writer)
            let open = [LetterState.queued, .attempting].reduce(0) { $0 + counts[$1.rawValue, default: 0] }
            return Turn(intended: intended, done: record.recipients - open)
        }
    }

    /// Those who may not get the letter any more are taken out at this last moment; the rest become `attempting`.
    private func intend(_ free: Int, at now: Timestamp, in writer: any SQLWriting) throws -> [Intended] {
        var result: [Intended] = []
        while result.count < free {
            let due = try LetterRecords.due(wave: record.id, at: now, limit: free - result.count, in: writer)
            if due.isEmpty { break }
            let recipients = try LetterRecipients.current(
                due.map(\.id), survey: wave.survey, stream: wave.stream, in: writer)
            for (letter, people) in zip(due, recipients) {
                guard let state = LetterState(rawValue: letter.state) else {
                    throw StorageError.unexpectedRow("letters")
                }
                var ledger = LetterLedger(state: state, attempts: letter.attempts, notBefore: letter.nextAttemptAt)
                let (wanted, reasons) = try sorted(people, in: writer)
                guard !wanted.isEmpty else {
                    _ = try ledger.apply(.suppress)
                    try LetterRecords.take(
                        LetterTransition(
                            id: letter.id, from: letter.state, to: ledger.state.rawValue, attempts: ledger.attempts,
                            reply: reasons.isEmpty ? "erased" : reasons.joined(separator: ", "), doneAt: now),
                        in: writer)
                    continue
                }
                _ = try ledger.apply(.intend(at: now))
                let isTaken = try LetterRecords.take(
                    LetterTransition(
                        id: letter.id, from: letter.state, to: ledger.state.rawValue, attempts: ledger.attempts,
                        attemptedAt: now), in: writer)
                guard isTaken else { continue }
                var attempted = letter
                attempted.attemptedAt = now
                result.append(Intended(letter: attempted, ledger: ledger, recipients: wanted))
            }
        }
        return result
    }

    /// Those of a letter's people who are to get it now, and why the others are not, each reason once.
    private func sorted(
        _ people: [LetterRecipient], in writer: any SQLWriting
    ) throws -> (wanted: [LetterRecipient], reasons: [String]) {
        var wanted: [LetterRecipient] = []
        var reasons: [String] = []
        for person in people {
            guard let reason = try reasonToWithhold(person, in: writer) else {
                wanted.append(person)
                continue
            }
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return (wanted, reasons)
    }

    /// Why the recipient is not to get the letter now; `nil` where they are. Throws where the link in it would be
    /// dead.
    private func reasonToWithhold(_ recipient: LetterRecipient, in writer: any SQLWriting) throws -> String? {
        if let suppression = recipient.suppression { return suppression.rawValue }
        if recipient.hasOptedOut { return "opted out of \(wave.stream.rawValue)" }
        guard let status = recipient.status, wave.audience.includes(status) else {
            return recipient.status?.rawValue ?? "not registered"
        }
        guard let survey = wave.survey, let tokens = secrets.tokens else { return nil }
        let token = tokens.token(wave: survey, participant: recipient.participant)
        guard recipient.tokenHash == token.hash else { throw SendingError.otherSecret(record.conference) }
        if wave.audience == .unanswered,
            let own = secrets.pseudonyms?.pseudonym(of: recipient.participant),
            try LetterRecipients.hasAnswered(own, survey, in: writer)
        {
            return "answered"
        }
        return nil
    }

    /// The wave's time is over: what still waits is not sent.
    private func expire(at now: Timestamp, in writer: any SQLWriting) throws -> [Intended] {
        var ledger = LetterLedger(state: .queued)
        _ = try ledger.apply(.expire)
        try LetterRecords.moveAll(
            of: record.id, from: LetterState.queued.rawValue, to: ledger.state.rawValue, at: now, in: writer)
        return []
    }

    private static func transition(_ finished: Finished, at now: Timestamp) throws(LedgerError) -> LetterTransition {
        let letter = finished.intended.letter
        var ledger = finished.intended.ledger
        let event: LetterLedger.Event
        let code: Int?
        let reply: String
        switch finished.outcome {
        case .accepted(let number, let text): (event, code, reply) = (.accepted, number, text)
        case .refused(let number, let text): (event, code, reply) = (.refused, number, text)
        case .deferred(let number, let text): (event, code, reply) = (.deferred(at: now), number, text)
        case .uncertain(let reason): (event, code, reply) = (.lost, nil, reason)
        }
        _ = try ledger.apply(event)
        return LetterTransition(
            id: letter.id, from: LetterState.attempting.rawValue, to: ledger.state.rawValue,
            attempts: ledger.attempts, nextAttemptAt: ledger.notBefore, replyCode: code,
            reply: WaveRun.withoutAddress(reply, letter.address), doneAt: ledger.state.isFinal ? now : nil)
    }

    /// Relays repeat the address in their replies; it is not kept a second time.
    private static func withoutAddress(_ reply: String, _ address: String) -> String {
        String(reply.replacing(address, with: "…").prefix(300))
    }
}
