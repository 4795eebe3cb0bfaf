public import Delivery

extension SMTPPool: LetterTransport {
    /// One for each connection.
    public var lettersInFlight: Int { connections }

    /// Hands a letter to the relay.
    public func deliver(_ mail: LetterInTransit) async -> LetterOutcome {
        let outgoing = OutgoingMail(
            envelopeSender: mail.envelopeSender, recipient: mail.recipient, bytes: mail.bytes)
        return switch await send(outgoing) {
        case .accepted(let reply): .accepted(code: Int(reply.prefix(3)), reply: reply)
        case .refused(let code, let reply): .refused(code: code, reply: reply)
        case .deferred(let code, let reply): .deferred(code: code, reply: reply)
        case .uncertain(let reason): .uncertain(reason: reason)
        }
    }
}
