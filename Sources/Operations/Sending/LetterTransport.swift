/// What takes letters away: a relay over SMTP, or the outbox folder.
public protocol LetterTransport: Sendable {
    /// How many letters it works on at once. So many are between a durable intent and a recorded outcome, and so
    /// many can a crash leave uncertain; the rest wait in the queue.
    var lettersInFlight: Int { get }

    /// Hands over one letter, and returns when its outcome is known or cannot be known.
    func deliver(_ mail: LetterInTransit) async -> LetterOutcome
}

/// A letter's bytes and its envelope.
public struct LetterInTransit: Sendable, Hashable {
    public var envelopeSender: String
    public var recipient: String
    /// Without angle brackets, and so a file name that is the letter's own.
    public var messageID: String
    public var bytes: [UInt8]

    public init(envelopeSender: String, recipient: String, messageID: String, bytes: [UInt8]) {
        self.envelopeSender = envelopeSender
        self.recipient = recipient
        self.messageID = messageID
        self.bytes = bytes
    }
}

/// What became of a letter that was handed over.
public enum LetterOutcome: Sendable, Hashable {
    case accepted(code: Int?, reply: String)
    /// Provably not taken, and trying again would not help.
    case refused(code: Int?, reply: String)
    /// Provably not taken; may be tried again later.
    case deferred(code: Int?, reply: String)
    /// May have been taken.
    case uncertain(reason: String)
}
