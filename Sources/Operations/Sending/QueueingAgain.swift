public import Chronology
import Mailing
public import Storage

/// The one way out of `uncertain`, `rejected` and `expired`: a person has looked, and decides that a letter is to be
/// sent again.
public enum QueueingAgain {
    /// Puts a letter back in its wave's queue; the wave's next run sends it. Returns whether there is such a letter in
    /// a state that a person can take it from.
    @discardableResult
    public static func queue(_ letter: LetterID, at now: Timestamp, in writer: any SQLWriting) throws -> Bool {
        guard let record = try LetterRecords.find(letter, .node, in: writer),
            let state = LetterState(rawValue: record.state)
        else { return false }
        var ledger = LetterLedger(state: state, attempts: record.attempts)
        guard (try? ledger.apply(.resend)) != nil else { return false }
        return try LetterRecords.take(
            LetterTransition(
                id: letter, from: record.state, to: ledger.state.rawValue, attempts: ledger.attempts,
                nextAttemptAt: now, reply: "queued again by hand"), in: writer)
    }
}
