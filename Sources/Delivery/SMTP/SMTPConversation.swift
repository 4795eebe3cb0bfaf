import CCurl

/// What has been said on a connection about one letter, and what that proves.
///
/// libcurl's own codes cannot be relied on: on a drop after the final dot it reports a receive error together with the
/// old reply 354. So this keeps its own minutes: the commands from the trace, the replies from the header callback,
/// and from the read callback the moment libcurl learnt that the letter is at its end, after which, and not before, it
/// writes the final dot.
struct SMTPConversation {
    enum Stage: Int, Comparable {
        case connecting, greeting, sender, recipient, data, letter, finalDot

        static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    private(set) var stage = Stage.connecting
    /// The reply to the last command or to the final dot; `nil` while it is awaited.
    private(set) var reply: SMTPReply?
    /// Whether EHLO's reply listed SMTPUTF8; `nil` where no EHLO was seen.
    private(set) var offersUTF8: Bool?
    private var lines: [String] = []
    /// libcurl says QUIT by itself after a failure; what is said from then on is not about the letter.
    private var isOver = false

    /// A command as libcurl wrote it; its arguments are not looked at, for they hold passwords.
    mutating func sent(_ command: some Sequence<UInt8>) {
        let verb = String(decoding: command.prefix { $0 > 0x20 }, as: UTF8.self).uppercased()
        switch verb {
        case "MAIL": stage = .sender
        case "RCPT": stage = .recipient
        case "DATA": stage = .data
        case "EHLO", "HELO": (stage, offersUTF8) = (.greeting, false)
        case "QUIT":
            isOver = true
            return
        default: stage = max(stage, .greeting)
        }
        reply = nil
        lines = []
    }

    /// One line the relay wrote.
    mutating func received(_ bytes: some Collection<UInt8>) {
        guard !isOver else { return }
        let line = String(decoding: bytes.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
        let digits = line.utf8.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (48...57).contains($0) }), let code = Int(line.prefix(3)) else {
            return
        }
        let text = line.dropFirst(4)
        if stage == .greeting, text.uppercased() == "SMTPUTF8" { offersUTF8 = true }
        lines.append(String(text))
        guard !line.dropFirst(3).hasPrefix("-") else { return }
        reply = SMTPReply(code: code, text: lines.joined(separator: " "))
        lines = []
        if stage == .data, code == 354 { stage = .letter }
    }

    /// libcurl asked for more and was told that there is none: the final dot may follow from now on.
    mutating func reachedEnd() {
        stage = .finalDot
        reply = nil
        lines = []
    }

    /// Whether the letter may be sent at once on a new connection: nothing of it was said but, at the most, MAIL FROM.
    var isUnheard: Bool {
        stage <= .sender && (reply == nil || reply?.code == 421)
    }

    /// - Parameter result: what libcurl made of it, for the wording only.
    func outcome(_ result: CURLcode) -> SMTPOutcome {
        if stage == .finalDot {
            guard let reply else {
                return .uncertain(reason: "no reply after the final dot: \(EasyHandle.describe(result))")
            }
            return switch reply.code {
            case 200...299: .accepted(reply: "\(reply.code) \(reply.text)")
            case 400...499: .deferred(code: reply.code, reply: reply.text)
            case 500...599: .refused(code: reply.code, reply: reply.text)
            default: .uncertain(reason: "the reply after the final dot was \(reply.code)")
            }
        }
        guard let reply, reply.code >= 400 else {
            return .deferred(code: nil, reply: EasyHandle.describe(result))
        }
        let isAboutThisLetter = stage >= .recipient
        return (500...599).contains(reply.code) && isAboutThisLetter
            ? .refused(code: reply.code, reply: reply.text) : .deferred(code: reply.code, reply: reply.text)
    }
}
