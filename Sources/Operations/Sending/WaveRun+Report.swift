import Mailing
import Storage

extension WaveRun {
    /// Counts the wave's letters, closes the wave where none waits, and says what a person should know of it.
    func report(handedOver: Int, acceptedNow: Int) async throws -> SendingReport {
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
        var report = SendingReport(
            conference: record.conference, wave: wave.id, recipients: record.recipients, counts: counts,
            handedOver: handedOver, acceptedNow: acceptedNow, nextAttemptAt: next)
        try await addRemarks(to: &report)
        return report
    }

    /// The letters that a person has to look at, and how many people the frozen list lacks by now.
    private func addRemarks(to report: inout SendingReport) async throws {
        (report.troubled, report.waitsBecause, report.addedAfterFreeze, report.sharing) = try await sending.store.read {
            [record, wave, secrets] reader in
            let letters = try LetterRecords.list(wave: record.id, in: reader)
            let troubled = letters.compactMap { letter -> SendingReport.Troubled? in
                guard let state = LetterState(rawValue: letter.state), state == .rejected || state == .uncertain else {
                    return nil
                }
                return SendingReport.Troubled(
                    address: letter.address, messageID: letter.messageID, state: state,
                    reason: letter.reply ?? LetterReason.interrupted.rawValue)
            }
            let sharing = try LetterPeopleRecords.list(wave: record.id, in: reader)
            let frozen = Set(letters.compactMap(\.participant) + sharing)
            let audience = try Sending.recipients(of: wave, record, secrets.pseudonyms, in: reader)
            let waiting = letters.filter { $0.state == LetterState.queued.rawValue && $0.reply != nil }
                .max { ($0.attemptedAt ?? $0.queuedAt) < ($1.attemptedAt ?? $1.queuedAt) }
            // A list is evaluated when it is used; who would stand in it by now is not asked again.
            let added = record.list == nil ? audience.count { !frozen.contains($0.id) } : 0
            return (troubled, waiting?.reply, added, sharing.count)
        }
    }
}
