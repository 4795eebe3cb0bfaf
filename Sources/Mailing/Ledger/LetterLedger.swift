public import Chronology

/// One letter's state machine: takes what happened, answers what to do next. It does nothing itself.
///
/// SMTP cannot deliver exactly once, for between the final dot and the reply the outcome cannot be known. So the
/// machine never repeats by itself what may have arrived: the only ways out of `attempting` back to `queued` are
/// failures that provably came before the relay took the letter.
public struct LetterLedger: Sendable, Hashable {
    public private(set) var state: LetterState
    /// How many times the letter has been handed to a relay.
    public private(set) var attempts: Int
    /// While queued: not to be attempted before this instant. `nil` is at once.
    public private(set) var notBefore: Timestamp?

    public init(state: LetterState = .queued, attempts: Int = 0, notBefore: Timestamp? = nil) {
        self.state = state
        self.attempts = attempts
        self.notBefore = notBefore
    }

    /// What happened to the letter.
    public enum Event: Sendable, Hashable {
        /// Its turn came.
        case intend(at: Timestamp)
        /// The relay answered 2xx to the whole message, or the file lies in the outbox.
        case accepted
        /// The relay refused it, and provably did not take it.
        case refused
        /// The relay asked to wait, or the connection failed provably before the final dot.
        case deferred(at: Timestamp)
        /// The connection failed when the relay may have taken it.
        case lost
        /// A process found it `attempting` at start, left by one that died.
        case foundAfterCrash
        /// The recipient opted out, withdrew, or has answered what a reminder asks for.
        case suppress
        /// Its time passed while it waited.
        case expire
        /// A person decided to send it again.
        case resend
    }

    /// What the shell does once the new state is durable.
    public enum Action: Sendable, Hashable {
        /// Hand the bytes to the relay, then report the outcome.
        case transmit
        /// Leave it until ``LetterLedger/notBefore``.
        case wait
        /// Nothing more.
        case stop
        /// Tell a person, who looks for the Message-ID in the relay's log.
        case askPerson
    }

    /// Moves to the next state.
    ///
    /// - Throws: ``LedgerError`` where the event cannot happen in the state; the ledger is then unchanged.
    public mutating func apply(_ event: Event) throws(LedgerError) -> Action {
        switch (state, event) {
        case (.queued, .intend(let now)):
            if let notBefore, now < notBefore { throw .tooEarly }
            state = .attempting
            attempts += attempts < .max ? 1 : 0
            notBefore = nil
            return .transmit
        case (.queued, .suppress):
            return stop(as: .suppressed)
        case (.queued, .expire):
            return stop(as: .expired)
        case (.attempting, .accepted):
            return stop(as: .accepted)
        case (.attempting, .refused):
            return stop(as: .rejected)
        case (.attempting, .deferred(let now)):
            state = .queued
            notBefore = now.adding(seconds: LetterLedger.delayInSeconds(afterAttempt: attempts))
            return .wait
        case (.attempting, .lost), (.attempting, .foundAfterCrash):
            state = .uncertain
            return .askPerson
        case (.uncertain, .resend), (.rejected, .resend), (.expired, .resend):
            state = .queued
            notBefore = nil
            return .wait
        default:
            throw .impossible(in: state)
        }
    }

    /// 5 minutes after the first attempt, then threefold each time, at most 8 hours.
    public static func delayInSeconds(afterAttempt attempt: Int) -> Int64 {
        var delay: Int64 = 300
        for _ in 1..<max(1, min(attempt, 8)) { delay = min(delay * 3, 28_800) }
        return delay
    }

    private mutating func stop(as final: LetterState) -> Action {
        state = final
        notBefore = nil
        return .stop
    }
}

/// Why an event was not applied to a letter's ledger.
public enum LedgerError: Error, Sendable, Hashable {
    /// The event cannot happen in this state.
    case impossible(in: LetterState)
    /// The letter waits for its next attempt.
    case tooEarly
}
