public import Chronology

/// When one outgoing event is tried again: a state machine that is told outcomes and returns the next action.
///
/// Waits are drawn with full jitter: uniform between 0 and a bound that doubles from 5 s to 8 h (Brooker,
/// "Exponential Backoff And Jitter", AWS 2015), but never under 1 s. Trying goes on until an attempt fails 76 hours or
/// more after the first one, so no unlucky draw shortens it. What `Retry-After` asks is honoured whole.
public struct RetrySchedule: Sendable, Hashable {
    /// The least time between the first attempt and giving up.
    public static let spanInSeconds: Int64 = 76 * 3600
    /// A receiver that asks for more is not waited for: the event goes to the dead letters.
    public static let longestAskedWaitInSeconds: Int64 = 7 * 86_400

    static let firstBoundInSeconds: Int64 = 5
    static let lastBoundInSeconds: Int64 = 8 * 3600

    public enum Outcome: Sendable, Hashable {
        /// A reply came, whatever its status; `retryAfter` as ``RetryAfter`` reads it.
        case replied(status: Int, retryAfter: Timestamp?)
        /// No reply: the connection failed, or the time was up.
        case failed
    }

    public enum Action: Sendable, Hashable {
        case delivered
        case attempt(notBefore: Timestamp)
        case giveUp(Reason)
    }

    public enum Reason: String, Sendable, Hashable {
        /// 410: the receiver wants no more.
        case gone
        /// The span is over.
        case exhausted
        /// `Retry-After` asks for more than a week.
        case askedToWaitTooLong
    }

    /// Attempts whose outcome is known.
    public private(set) var attempts: Int
    /// When the first of them was made.
    public private(set) var firstAttempt: Timestamp?

    /// A fresh schedule, or one read back from the store.
    public init(attempts: Int = 0, firstAttempt: Timestamp? = nil) {
        self.attempts = max(0, attempts)
        self.firstAttempt = firstAttempt
    }

    /// Takes note of an attempt made `at` an instant, and says what to do next.
    ///
    /// Any 2xx is delivered, 410 stops, all else is tried again, redirects too: an endpoint is what its owner
    /// configured, not where a reply points.
    public mutating func record(
        _ outcome: Outcome, at instant: Timestamp, using generator: inout some RandomNumberGenerator
    ) -> Action {
        let first = firstAttempt ?? instant
        firstAttempt = first
        attempts = attempts == .max ? .max : attempts + 1
        var asked: Timestamp?
        if case .replied(let status, let retryAfter) = outcome {
            if (200...299).contains(status) { return .delivered }
            if status == 410 { return .giveUp(.gone) }
            asked = retryAfter
        }
        if instant >= first.adding(seconds: Self.spanInSeconds) { return .giveUp(.exhausted) }
        if let asked, asked > instant.adding(seconds: Self.longestAskedWaitInSeconds) {
            return .giveUp(.askedToWaitTooLong)
        }
        let wait = Int64.random(in: 1_000_000...boundInMicroseconds, using: &generator)
        let (sum, overflows) = instant.microseconds.addingReportingOverflow(wait)
        let drawn = Timestamp(microseconds: overflows ? .max : sum)
        return .attempt(notBefore: max(drawn, asked ?? drawn))
    }

    private var boundInMicroseconds: Int64 {
        var bound = Self.firstBoundInSeconds
        for _ in 1..<max(1, attempts) where bound < Self.lastBoundInSeconds { bound *= 2 }
        return min(bound, Self.lastBoundInSeconds) * 1_000_000
    }
}
