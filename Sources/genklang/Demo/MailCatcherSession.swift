/// One connection's side of SMTP (RFC 5321), as a state machine: lines in, replies and caught letters out. It
/// reads and writes nothing itself.
///
/// Strict where relays differ: only CRLF ends a line, a letter with a bare CR or LF is refused, and everything is
/// bounded, so any bytes at all cost a bounded amount of memory and end in a reply.
struct MailCatcherSession: Sendable {
    struct Limits: Sendable {
        var letterInBytes = 1_048_576
        /// A command with its CRLF (RFC 5321, 4.5.3.1.4, with room for the parameters of extensions).
        var commandInBytes = 1024
        /// A line of a letter without its CRLF.
        var lineInBytes = 998
        var recipients = 100
        /// Replies of 5xx before the connection is closed.
        var mistakes = 20
        /// Whether addresses may have letters outside ASCII.
        var offersUTF8 = true
    }

    /// A letter that came in whole, dots unstuffed.
    struct Letter: Sendable, Equatable {
        var sender: String
        var recipients: [String]
        var bytes: [UInt8]
    }

    enum Action: Sendable, Equatable {
        case reply(String)
        /// Keep the letter; the reply follows when it is kept (``kept(_:)``).
        case keep(Letter)
        case close
    }

    private enum State: Equatable {
        case greeted(Bool)
        case mail(sender: String)
        case recipients(sender: String, [String])
        case data(sender: String, [String])
        case keeping
        case closed
    }

    let limits: Limits
    private let hostname: String
    private var state = State.greeted(false)
    private var letter: [UInt8] = []
    private var fault: String?
    private var mistakes = 0
    /// Whether MAIL said that addresses and headers may be UTF-8 (RFC 6531).
    private var takesUTF8 = false
    private static let needsUTF8 = "553 5.6.7 An address outside ASCII needs SMTPUTF8"

    init(hostname: String = "localhost", limits: Limits = Limits()) {
        self.hostname = hostname
        self.limits = limits
    }

    /// What is said before the client says anything.
    var greeting: String { "220 \(hostname) ESMTP genklang mail catcher" }

    /// The longest line that the session takes now, without its CRLF; a longer one is given to ``overlong()``.
    var lineLimit: Int { isInData ? limits.letterInBytes : limits.commandInBytes }

    private var isInData: Bool {
        if case .data = state { true } else { false }
    }

    /// Takes one line, without its CRLF.
    mutating func receive(_ line: some Collection<UInt8>) -> [Action] {
        switch state {
        case .closed, .keeping: []
        case .data(let sender, let recipients): receiveData(Array(line), sender, recipients)
        default: receiveCommand(Array(line))
        }
    }

    /// A line grew past every limit without ending.
    mutating func overlong() -> [Action] {
        state = .closed
        return [.reply("500 5.5.2 Line too long"), .close]
    }

    /// The letter of ``Action/keep(_:)`` has been kept, or could not be.
    mutating func kept(_ isKept: Bool) -> [Action] {
        guard state == .keeping else { return [] }
        state = .greeted(true)
        return [.reply(isKept ? "250 2.0.0 Kept" : "451 4.3.0 Could not be kept, try again later")]
    }

    // MARK: DATA

    private mutating func receiveData(_ line: [UInt8], _ sender: String, _ recipients: [String]) -> [Action] {
        let dot = UInt8(ascii: ".")
        guard line != [dot] else { return endOfData(sender, recipients) }
        let content = line.first == dot ? line[1...] : line[...]
        if content.count > limits.lineInBytes { fault = fault ?? "500 5.6.0 A line is longer than 998 octets" }
        if content.contains(where: { $0 == 10 || $0 == 13 }) { fault = fault ?? "550 5.6.0 A bare CR or LF" }
        if letter.count + content.count + 2 > limits.letterInBytes {
            fault = "552 5.3.4 The letter is over \(limits.letterInBytes) octets"
            letter = []
        }
        if fault == nil { letter += content + [13, 10] }
        return []
    }

    private mutating func endOfData(_ sender: String, _ recipients: [String]) -> [Action] {
        let bytes = letter
        letter = []
        guard let fault else {
            state = .keeping
            return [.keep(Letter(sender: sender, recipients: recipients, bytes: bytes))]
        }
        self.fault = nil
        state = .greeted(true)
        return refuse(fault)
    }

    // MARK: Commands

    private mutating func receiveCommand(_ line: [UInt8]) -> [Action] {
        let verb = String(decoding: line.prefix { $0 != 32 }, as: UTF8.self).uppercased()
        let isPrintable = line.allSatisfy { $0 >= 32 && $0 != 127 }
        let mayBeUTF8 = verb == "MAIL" || verb == "RCPT"
        guard isPrintable, mayBeUTF8 || line.allSatisfy({ $0 < 128 }),
            let rest = String(validating: line.drop { $0 != 32 }.drop { $0 == 32 }, as: UTF8.self)
        else { return refuse("500 5.5.2 Only printable text, and CRLF at the end") }
        switch verb {
        case "EHLO": return hello(rest, isExtended: true)
        case "HELO": return hello(rest, isExtended: false)
        case "NOOP": return [.reply("250 2.0.0 OK")]
        case "RSET":
            if case .greeted = state { return [.reply("250 2.0.0 OK")] }
            state = .greeted(true)
            return [.reply("250 2.0.0 OK")]
        case "QUIT":
            state = .closed
            return [.reply("221 2.0.0 Bye"), .close]
        case "MAIL": return mail(rest)
        case "RCPT": return recipient(rest)
        case "DATA": return data(rest)
        case "VRFY": return [.reply("252 2.5.2 Send and see")]
        default: return refuse("502 5.5.1 Not implemented")
        }
    }

    private mutating func hello(_ domain: String, isExtended: Bool) -> [Action] {
        guard !domain.isEmpty else { return refuse("501 5.5.4 Say who you are") }
        state = .greeted(true)
        guard isExtended else { return [.reply("250 \(hostname)")] }
        let extensions =
            ["PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE \(limits.letterInBytes)"]
            + (limits.offersUTF8 ? ["SMTPUTF8"] : [])
        let lines = [hostname] + extensions
        return [
            .reply(lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }.joined(separator: "\r\n"))
        ]
    }

    private mutating func mail(_ rest: String) -> [Action] {
        guard state == .greeted(true) else {
            return refuse(state == .greeted(false) ? "503 5.5.1 EHLO first" : "503 5.5.1 One MAIL at a time")
        }
        guard let (sender, parameters) = MailCatcherSession.path(rest, after: "FROM:"), isAddress(sender, orEmpty: true)
        else { return refuse("501 5.5.4 MAIL FROM:<address>") }
        takesUTF8 = false
        for parameter in parameters {
            let upper = parameter.uppercased()
            if upper.hasPrefix("SIZE=") {
                guard let size = Int(upper.dropFirst(5)), size >= 0 else { return refuse("501 5.5.4 SIZE is a number") }
                guard size <= limits.letterInBytes else {
                    return refuse("552 5.3.4 The letter is over \(limits.letterInBytes) octets")
                }
            } else if upper == "SMTPUTF8", limits.offersUTF8 {
                takesUTF8 = true
            } else if upper != "BODY=8BITMIME", upper != "BODY=7BIT" {
                return refuse("555 5.5.4 Unknown parameter")
            }
        }
        guard takesUTF8 || sender.utf8.allSatisfy({ $0 < 128 }) else { return refuse(MailCatcherSession.needsUTF8) }
        state = .mail(sender: sender)
        return [.reply("250 2.1.0 OK")]
    }

    private mutating func recipient(_ rest: String) -> [Action] {
        let sender: String
        var recipients: [String] = []
        switch state {
        case .mail(let from): sender = from
        case .recipients(let from, let others): (sender, recipients) = (from, others)
        default: return refuse("503 5.5.1 MAIL first")
        }
        guard let (address, parameters) = MailCatcherSession.path(rest, after: "TO:"), parameters.isEmpty,
            isAddress(address, orEmpty: false)
        else { return refuse("501 5.5.4 RCPT TO:<address>") }
        guard takesUTF8 || address.utf8.allSatisfy({ $0 < 128 }) else { return refuse(MailCatcherSession.needsUTF8) }
        guard recipients.count < limits.recipients else { return refuse("452 4.5.3 Too many recipients") }
        state = .recipients(sender: sender, recipients + [address])
        return [.reply("250 2.1.5 OK")]
    }

    private mutating func data(_ rest: String) -> [Action] {
        guard case .recipients(let sender, let recipients) = state else { return refuse("503 5.5.1 RCPT first") }
        guard rest.isEmpty else { return refuse("501 5.5.4 DATA takes nothing") }
        state = .data(sender: sender, recipients)
        return [.reply("354 End with a line of one dot")]
    }

    private mutating func refuse(_ reply: String) -> [Action] {
        mistakes += 1
        guard mistakes > limits.mistakes else { return [.reply(reply)] }
        state = .closed
        return [.reply(reply), .reply("421 4.7.0 Too many mistakes"), .close]
    }

    private func isAddress(_ text: String, orEmpty isEmptyAllowed: Bool) -> Bool {
        if text.isEmpty { return isEmptyAllowed }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && text.utf8.count <= 254
            && !text.utf8.contains { $0 <= 32 || $0 == 60 || $0 == 62 }
    }

    /// `FROM:<a@b> SIZE=1` to the address and the parameters.
    private static func path(_ text: String, after keyword: String) -> (address: String, parameters: [String])? {
        guard text.uppercased().hasPrefix(keyword) else { return nil }
        let rest = text.dropFirst(keyword.count).drop { $0 == " " }
        guard rest.first == "<", let end = rest.firstIndex(of: ">") else { return nil }
        let after = rest[rest.index(after: end)...]
        guard after.isEmpty || after.first == " " else { return nil }
        return (String(rest[..<end].dropFirst()), after.split(separator: " ").map(String.init))
    }
}
