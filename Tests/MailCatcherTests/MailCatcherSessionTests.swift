import Testing

@testable import genklang

@Suite("The mail catcher's side of SMTP")
struct MailCatcherSessionTests {
    private func replies(_ lines: [String], limits: MailCatcherSession.Limits = .init()) -> [String] {
        var session = MailCatcherSession(limits: limits)
        return lines.flatMap { line in
            session.receive(Array(line.utf8)).flatMap { action -> [String] in
                switch action {
                case .reply(let text): return [String(text.prefix(3))]
                case .close: return ["close"]
                case .keep(let letter):
                    let kept = session.kept(true)
                    guard case .reply(let text)? = kept.first else { return ["keep", "nothing"] }
                    return [
                        "keep \(letter.recipients.joined(separator: ",")) \(String(decoding: letter.bytes, as: UTF8.self))",
                        String(text.prefix(3)),
                    ]
                }
            }
        }
    }

    @Test("A letter is taken with its stuffed dots removed, and two letters on one connection")
    func takesLetters() {
        #expect(
            replies([
                "EHLO a", "MAIL FROM:<s@example.org> SIZE=10 BODY=8BITMIME", "RCPT TO:<a@example.org>",
                "RCPT TO:<B@example.org>", "DATA", "Subject: x", "", "..", "..a", ".b", ".", "MAIL FROM:<>",
                "RCPT TO:<c@example.org>", "DATA", ".", "QUIT",
            ]) == [
                "250", "250", "250", "250", "354",
                "keep a@example.org,B@example.org Subject: x\r\n\r\n.\r\n.a\r\nb\r\n", "250", "250", "250", "354",
                "keep c@example.org ", "250", "221", "close",
            ])
    }

    @Test(
        "What is out of order or malformed is refused",
        arguments: [
            (["MAIL FROM:<a@b>"], "503"), (["EHLO"], "501"), (["EHLO a", "RCPT TO:<a@b>"], "503"),
            (["EHLO a", "DATA"], "503"), (["EHLO a", "MAIL FROM:a@b"], "501"), (["EHLO a", "MAIL FROM:<a@b"], "501"),
            (["EHLO a", "MAIL FROM:<a@b> X=1"], "555"), (["EHLO a", "MAIL FROM:<a@b> SIZE=x"], "501"),
            (["EHLO a", "MAIL FROM:<a@b> SIZE=99999999"], "552"),
            (["EHLO a", "MAIL FROM:<a@b>", "MAIL FROM:<a@b>"], "503"),
            (["EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<>"], "501"),
            (["EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<a b@c>"], "501"),
            (["EHLO a", "MAIL FROM:<a@b>", "DATA"], "503"),
            (["EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<a@b>", "DATA x"], "501"),
            (["EHLO a", "MAIL FROM:<å@b>"], "553"), (["EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<å@b>"], "553"),
            (["EHLO a", "MAIL FROM:<a@b> SMTPUTF8", "RSET", "MAIL FROM:<a@b>", "RCPT TO:<å@b>"], "553"),
            (["EHLO a", "MAIL FROM:<a@b> SMTPUTF8", "RCPT TO:<å@b> å"], "501"),
            (["EHLO å"], "500"), (["EHLO a\n"], "500"), (["EHLO a\u{0}"], "500"), (["STARTTLS"], "502"), ([""], "502"),
            (["EHLO a", "MAIL FROM:<a@b>", "RSET", "RCPT TO:<a@b>"], "503"),
        ])
    func refuses(lines: [String], code: String) {
        #expect(replies(lines).last == code)
    }

    @Test("Addresses outside ASCII are taken where MAIL says SMTPUTF8 (RFC 6531), and bytes that are no UTF-8 are not")
    func international() {
        #expect(
            replies([
                "EHLO a", "MAIL FROM:<a@b> SMTPUTF8", "RCPT TO:<åsa@example.org>", "DATA", "To: <åsa@example.org>", "",
                ".",
            ]) == [
                "250", "250", "250", "354", "keep åsa@example.org To: <åsa@example.org>\r\n\r\n", "250",
            ])
        var session = MailCatcherSession()
        guard case .reply(let offers)? = session.receive(Array("EHLO a".utf8)).first else {
            Issue.record("no reply")
            return
        }
        #expect(offers.contains("SMTPUTF8"))
        _ = session.receive(Array("MAIL FROM:<a@b> SMTPUTF8".utf8))
        #expect(
            session.receive(Array("RCPT TO:<".utf8) + [0xC3, 0x28] + Array("@b>".utf8))
                == [.reply("500 5.5.2 Only printable text, and CRLF at the end")])
    }

    @Test(
        "A letter with a bare CR or LF, a line over 998 octets or too many octets is refused after its dot, and the next is taken"
    )
    func refusesLetters() {
        var limits = MailCatcherSession.Limits()
        limits.letterInBytes = 3000
        let start = ["MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA"]
        let long = String(repeating: "x", count: 999)
        let most = String(repeating: "x", count: 998)
        let found = replies(
            ["EHLO a"] + start + ["a\nb", "."] + start + ["a\rb", "."] + start + [long, "."] + start
                + [most, most, most, "x", "."] + start + [most, "."], limits: limits)
        let begun = ["250", "250", "354"]
        #expect(
            found == ["250"] + begun + ["550"] + begun + ["550"] + begun + ["500"] + begun + ["552"] + begun
                + ["keep c@d \(most)\r\n", "250"])
    }

    @Test("After too many mistakes, and after a line without an end, the connection is closed")
    func closes() {
        #expect(replies(Array(repeating: "X", count: 22)).suffix(3) == ["502", "421", "close"])
        var session = MailCatcherSession()
        #expect(session.overlong() == [.reply("500 5.5.2 Line too long"), .close])
        #expect(session.receive(Array("NOOP".utf8)) == [])
    }

    @Test("More recipients than the limit are refused one by one")
    func recipients() {
        var limits = MailCatcherSession.Limits()
        limits.recipients = 2
        #expect(
            replies(
                ["EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<a@b>", "RCPT TO:<c@d>", "RCPT TO:<e@f>", "DATA", "."],
                limits: limits
            ).suffix(5) == ["250", "452", "354", "keep a@b,c@d \("")", "250"])
    }

    @Test(
        "Any bytes at all end in replies, never in a crash or a letter nobody sent",
        arguments: 1...20 as ClosedRange<UInt64>)
    func anyBytes(seed: UInt64) {
        var generator = SplitMix(state: seed)
        let words = [
            "EHLO a", "MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA", ".", "..", "RSET", "QUIT", "NOOP", "HELO", "",
        ]
        var session = MailCatcherSession()
        var isLetterBegun = false
        for _ in 0..<2000 {
            var line = Array((words.randomElement(using: &generator) ?? "").utf8)
            if Int.random(in: 0..<4, using: &generator) == 0, !line.isEmpty {
                line[Int.random(in: 0..<line.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            for action in session.receive(line) {
                switch action {
                case .reply(let text):
                    #expect(text.utf8.allSatisfy { (32...126).contains($0) || $0 == 13 || $0 == 10 }, "seed \(seed)")
                    if text.hasPrefix("354") { isLetterBegun = true }
                case .keep:
                    #expect(isLetterBegun, "seed \(seed)")
                    isLetterBegun = false
                    _ = session.kept(Bool.random(using: &generator))
                case .close:
                    session = MailCatcherSession()
                    isLetterBegun = false
                }
            }
        }
    }
}

/// A small repeatable generator (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
