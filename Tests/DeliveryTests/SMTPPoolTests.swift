import Delivery
import Foundation
import Testing

/// The peers are aiosmtpd, and a script that fails at one stated point.
@Suite("Letters over SMTP")
struct SMTPPoolTests {
    private func mail(_ text: String = "Subject: hej\r\n\r\nHej\r\n", to recipient: String = "anna@kommun.example")
        -> OutgoingMail
    {
        OutgoingMail(envelopeSender: "konferens@lst.example", recipient: recipient, bytes: Array(text.utf8))
    }

    private func server(_ peer: Peer, replyTimeoutInSeconds: Int = 30) -> SMTPServer {
        var server = SMTPServer(host: "127.0.0.1", port: peer.port, security: .none, clientName: "genklang.example")
        server.replyTimeoutInSeconds = replyTimeoutInSeconds
        return server
    }

    private struct Kept: Decodable {
        var from: String
        var to: [String]
        var connection: Int
        var bytes: Data
    }

    private func kept(_ peer: Peer) throws -> [Kept] {
        try peer.log.map { try JSONDecoder().decode(Kept.self, from: Data($0.utf8)) }
    }

    @Test("A letter arrives byte for byte: dots, a lone dot, åäö, the longest line, more than one buffer")
    func bytes() async throws {
        let peer = try Peer("smtp_catcher")
        let line = String(repeating: "å", count: 499) + "\r\n"
        let text =
            "Subject: =?utf-8?q?h=C3=A5?=\r\n\r\n.\r\n..\r\n.dot\r\n" + String(repeating: line, count: 700)
            + ".\r\nslut\r\n"
        let pool = SMTPPool(server: server(peer), connections: 1)
        let outcome = await pool.send(mail(text))
        await pool.close()
        #expect(outcome == .accepted(reply: "250 2.0.0 Kept"))
        let letters = try kept(peer)
        #expect(letters.map(\.from) == ["konferens@lst.example"])
        #expect(letters.map(\.to) == [["anna@kommun.example"]])
        #expect(letters.map(\.bytes) == [Data(text.utf8)])
    }

    @Test("Connections are reused: 60 letters over 3 connections, each letter once")
    func reuse() async throws {
        let peer = try Peer("smtp_catcher")
        let pool = SMTPPool(server: server(peer), connections: 3)
        let outcomes = await withTaskGroup(of: SMTPOutcome.self) { group in
            for number in 0..<60 {
                group.addTask { await pool.send(mail(to: "p\(number)@kommun.example")) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        await pool.close()
        #expect(outcomes.count == 60)
        #expect(Set(outcomes) == [.accepted(reply: "250 2.0.0 Kept")])
        let letters = try kept(peer)
        #expect(Set(letters.flatMap(\.to)).count == 60)
        #expect(letters.count == 60)
        #expect((1...3).contains(Set(letters.map(\.connection)).count))
    }

    enum Expected: Sendable {
        case accepted
        case refused(Int)
        case deferred(Int?)
        case uncertain

        func matches(_ outcome: SMTPOutcome) -> Bool {
            switch (self, outcome) {
            case (.accepted, .accepted), (.uncertain, .uncertain): true
            case (.refused(let code), .refused(let given, _)): code == given
            case (.deferred(let code), .deferred(let given, _)): code == given
            default: false
            }
        }
    }

    @Test(
        "B3: only what is provably before the final dot, or refused after it, may be sent again",
        arguments: [
            ("none", Expected.accepted), ("connect=drop", .deferred(nil)), ("connect=554 no", .deferred(554)),
            ("ehlo=drop", .deferred(nil)), ("mail=451 later", .deferred(451)),
            ("mail=550 no such sender", .deferred(550)),
            ("mail=drop", .deferred(nil)), ("rcpt=450 greylisted", .deferred(450)), ("rcpt=550 unknown", .refused(550)),
            ("rcpt=drop", .deferred(nil)), ("data=451 later", .deferred(451)), ("data=554 no", .refused(554)),
            ("data=drop", .deferred(nil)), ("body=drop", .deferred(nil)), ("dot=250-two\r\n250 lines", .accepted),
            ("dot=451 later", .deferred(451)), ("dot=554 spam", .refused(554)), ("dot=drop", .uncertain),
            ("dot=hang", .uncertain), ("dot=354 what", .uncertain), ("dot=hello", .uncertain),
        ])
    func outcomes(fault: String, expected: Expected) async throws {
        let peer = try Peer("smtp_script", fault)
        // Larger than the sockets' buffers, so that a drop inside the letter is seen while it is being written.
        let lines = fault == "body=drop" ? 200_000 : 100
        let body = String(repeating: String(repeating: "x", count: 76) + "\r\n", count: lines)
        let pool = SMTPPool(server: server(peer, replyTimeoutInSeconds: 1), connections: 1)
        let outcome = await pool.send(mail("Subject: hej\r\n\r\n" + body))
        await pool.close()
        #expect(expected.matches(outcome), "\(fault) gave \(outcome)")
        // What is called deferred or refused before the dot was never followed by one.
        if case .deferred(nil, _) = outcome { #expect(!peer.log.contains("DOT")) }
        if fault.hasPrefix("dot=") { #expect(peer.log.filter { $0 == "DOT" }.count == 1) }
    }

    @Test("B3: a relay that is not there defers the letter")
    func absent() async throws {
        let pool = SMTPPool(server: SMTPServer(host: "127.0.0.1", port: 1, security: .none), connections: 1)
        let outcome = await pool.send(mail())
        await pool.close()
        #expect(Expected.deferred(nil).matches(outcome))
    }

    @Test(
        "A connection that the relay closed while idle costs the next letter nothing",
        arguments: ["second=drop", "second=421 closing"])
    func idle(fault: String) async throws {
        let peer = try Peer("smtp_script", fault)
        let pool = SMTPPool(server: server(peer), connections: 1)
        for _ in 0..<3 { #expect(Expected.accepted.matches(await pool.send(mail()))) }
        await pool.close()
        #expect(peer.log.filter { $0 == "DOT" }.count == 3)
        #expect(peer.log.filter { $0 == "CONNECT" }.count == 3)
    }

    @Test(
        "B11: line breaks, NUL and foreign shapes in an address are refused before anything is sent",
        arguments: [
            "a@b.example\r\nRCPT TO:<c@d.example>", "a@b.example\n", "a\r@b.example", "a\u{0}@b.example",
            "a b@c.example",
            "<a@b.example>", "a@b.example> SIZE=1", "", "a", "@b.example", "a@", "a@kommun.örebro.example",
            String(repeating: "a", count: 65) + "@b.example", "a@" + String(repeating: "b", count: 253),
        ])
    func addresses(recipient: String) async throws {
        let peer = try Peer("smtp_script", "none")
        let pool = SMTPPool(server: server(peer), connections: 1)
        var asSender = mail()
        asSender.envelopeSender = recipient.isEmpty ? "a" : recipient
        for letter in [mail(to: recipient), asSender] {
            guard case .refused(nil, let reason) = await pool.send(letter) else {
                Issue.record("not refused")
                continue
            }
            #expect(!reason.contains("example"), "a reason quotes no address")
        }
        await pool.close()
        #expect(peer.log.isEmpty)
    }

    @Test(
        "B11: a letter that relays would read in two ways is refused before anything is sent",
        arguments: [
            "", "a", "a\n", "a\r", "a\r\nb\nc\r\n", "a\rb\r\n", "a\r\n.\n", "a\u{0}\r\n", "\n",
            String(repeating: "x", count: 999) + "\r\n",
        ])
    func letters(text: String) async throws {
        let peer = try Peer("smtp_script", "none")
        let pool = SMTPPool(server: server(peer), connections: 1)
        #expect(await isRefusedHere(pool.send(mail(text))))
        await pool.close()
        #expect(peer.log.isEmpty)
    }

    private func isRefusedHere(_ outcome: SMTPOutcome) -> Bool {
        if case .refused(nil, _) = outcome { true } else { false }
    }

    @Test("A line of 998 octets is the longest that passes")
    func longestLine() async throws {
        let peer = try Peer("smtp_script", "none")
        let pool = SMTPPool(server: server(peer), connections: 1)
        #expect(Expected.accepted.matches(await pool.send(mail(String(repeating: "x", count: 998) + "\r\n"))))
        await pool.close()
    }

    @Test("B11: a local part outside ASCII goes to a relay with SMTPUTF8 only", arguments: [true, false])
    func utf8(isOffered: Bool) async throws {
        let peer = try isOffered ? Peer("smtp_catcher", "utf8") : Peer("smtp_catcher")
        let pool = SMTPPool(server: server(peer), connections: 1)
        let outcome = await pool.send(mail(to: "åsa@kommun.example"))
        let plain = await pool.send(mail())
        await pool.close()
        #expect(isOffered ? Expected.accepted.matches(outcome) : isRefusedHere(outcome))
        #expect(Expected.accepted.matches(plain))
        #expect(try kept(peer).map(\.to) == (isOffered ? [["åsa@kommun.example"]] : []) + [["anna@kommun.example"]])
    }

    @Test("STARTTLS that is asked for and not offered defers the letter, and nothing of it is said")
    func startTLS() async throws {
        let peer = try Peer("smtp_script", "none")
        var server = server(peer)
        server.security = .startTLS
        server.username = "anna"
        server.password = "hemlig"
        let pool = SMTPPool(server: server, connections: 1)
        let outcome = await pool.send(mail())
        await pool.close()
        guard case .deferred = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(peer.log.allSatisfy { $0 == "CONNECT" || $0.hasPrefix("EHLO") || $0 == "QUIT" || $0 == "DROP" })
    }

    @Test("Closing answers every letter: those under way end, those that wait are deferred unsent")
    func closing() async throws {
        let peer = try Peer("smtp_script", "none")
        let pool = SMTPPool(server: server(peer), connections: 1)
        async let outcomes = withTaskGroup(of: SMTPOutcome.self) { group in
            for _ in 0..<200 { group.addTask { await pool.send(mail()) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        await pool.close()
        let ended = await outcomes
        let accepted = ended.filter { Expected.accepted.matches($0) }.count
        let deferred = ended.filter { Expected.deferred(nil).matches($0) }.count
        #expect(accepted + deferred == 200)
        #expect(peer.log.filter { $0 == "DOT" }.count == accepted)
        #expect(Expected.deferred(nil).matches(await pool.send(mail())))
    }
}
