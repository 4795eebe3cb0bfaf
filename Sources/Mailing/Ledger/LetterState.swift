/// Where one letter to one recipient stands.
///
/// `attempting` is durable before the first byte of the message leaves, so after a crash it means that nobody
/// knows: it becomes `uncertain`, and only a person sends such a letter again.
public enum LetterState: String, Sendable, Hashable, CaseIterable, Codable {
    /// Waiting for its turn, or for its next attempt after the relay asked to wait.
    case queued
    /// Handed, or about to be handed, to a relay.
    case attempting
    /// The relay took responsibility for it, or it was written to the outbox.
    case accepted
    /// The relay refused it for good, provably before taking it.
    case rejected
    /// Not sent, since the recipient opted out, withdrew or answered.
    case suppressed
    /// Not sent, since its time passed.
    case expired
    /// The connection was lost between the final dot and the reply.
    case uncertain

    /// Whether the machine is done with the letter. Only a person takes it further.
    public var isFinal: Bool {
        switch self {
        case .queued, .attempting: false
        case .accepted, .rejected, .suppressed, .expired, .uncertain: true
        }
    }
}
