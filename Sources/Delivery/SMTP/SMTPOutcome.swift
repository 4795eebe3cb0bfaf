/// What became of one letter; see promise B3.
public enum SMTPOutcome: Sendable, Hashable {
    /// The relay took responsibility: a 2xx reply after the final dot.
    case accepted(reply: String)
    /// Certainly not accepted, and another try would be refused as well: a 5xx about the recipient or the letter, or a
    /// defect found before anything was sent (`code` is then `nil`).
    case refused(code: Int?, reply: String)
    /// Certainly not accepted; another try may be. `code` is the relay's reply where there was one: a 4xx, or a 5xx
    /// about the connection, the login or the sender, which is not the recipient's fault.
    case deferred(code: Int?, reply: String)
    /// The final dot may have been sent and no reply to it is known. Only a person may send again.
    case uncertain(reason: String)
}

/// One complete reply of a relay, several lines joined by spaces.
struct SMTPReply: Sendable, Hashable {
    var code: Int
    var text: String
}
