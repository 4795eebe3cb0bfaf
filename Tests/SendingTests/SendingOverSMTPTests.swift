import Delivery
import Foundation
import Mailing
import Operations
import Registers
import Storage
import Testing

@testable import genklang

@Suite("Sending over SMTP")
struct SendingOverSMTPTests {
    @Test("B9: letters arrive at a real server over several connections, byte for byte as they were composed")
    func overSockets() async throws {
        let fixture = try await SendingFixture(people: 120)
        let catcher = try await MailCatcher.start(folder: "\(fixture.folder)/caught")
        let pool = SMTPPool(
            server: SMTPServer(host: "127.0.0.1", port: UInt16(catcher.port), security: .none), connections: 4)
        let composed = RecordingTransport { mail in await pool.deliver(mail) }
        let report = try await fixture.sending(composed, lettersInFlight: 64)
            .send(LetterWaveName("before"), to: fixture.context())
        await pool.close()
        #expect(report.counts == LetterCounts([.accepted: 120]))
        #expect(catcher.letters.count == 120)
        for mail in composed.letters {
            let caught = catcher.letters.letters(to: mail.recipient)
            #expect(caught.count == 1 && caught.first.flatMap(catcher.letters.bytes(of:)) == mail.bytes)
            let link = caught.first.flatMap {
                catcher.letters.link(in: $0, startingWith: "\(SendingFixture.baseURL)/s/")
            }
            #expect(link?.count == SendingFixture.baseURL.count + 3 + 26)
        }
        await catcher.stop()
        try await fixture.close()
    }

    @Test("B1: when the store dies, no more letters are uncertain than there are connections", arguments: [1, 3])
    func storeDies(connections: Int) async throws {
        let fixture = try await SendingFixture(people: 40)
        let catcher = try await MailCatcher.start(folder: "\(fixture.folder)/caught")
        let server = SMTPServer(host: "127.0.0.1", port: UInt16(catcher.port), security: .none)
        let pool = SMTPPool(server: server, connections: connections)
        let dying = DyingStore(fixture.store, afterWrites: 8, isLastCommitted: true)
        await #expect(throws: DyingStore.Death.self) {
            try await fixture.sending(pool, store: dying).send(LetterWaveName("before"), to: fixture.context())
        }
        let report = try await fixture.sending(pool).send(LetterWaveName("before"), to: fixture.context())
        await pool.close()
        #expect((1...connections).contains(report.counts[.uncertain]))
        #expect(report.counts[.accepted] == 40 - report.counts[.uncertain])
        #expect(report.troubled.count == report.counts[.uncertain])
        #expect(report.troubled.allSatisfy { $0.reason == LetterReason.interrupted.rawValue })
        #expect(catcher.letters.all.flatMap(\.recipients).count == Set(catcher.letters.all.flatMap(\.recipients)).count)
        await catcher.stop()
        try await fixture.close()
    }

    @Test(
        "B11: an address with å, ä or ö before the @ gets its letter from a relay with SMTPUTF8, and is told of without it",
        arguments: [true, false])
    func internationalAddress(offersUTF8: Bool) async throws {
        let fixture = try await SendingFixture(people: 5, emails: [2: "åsa.öberg@kommun.example.org"])
        var limits = MailCatcherSession.Limits()
        limits.offersUTF8 = offersUTF8
        let catcher = try await MailCatcher.start(folder: "\(fixture.folder)/caught", limits: limits)
        let server = SMTPServer(host: "127.0.0.1", port: UInt16(catcher.port), security: .none)
        let pool = SMTPPool(server: server, connections: 2)
        let report = try await fixture.sending(pool).send(LetterWaveName("before"), to: fixture.context())
        await pool.close()
        #expect(report.counts == LetterCounts(offersUTF8 ? [.accepted: 5] : [.accepted: 4, .rejected: 1]))
        #expect(report.troubled.map(\.reason) == (offersUTF8 ? [] : [LetterReason.relayTakesASCIIOnly.rawValue]))
        let caught = catcher.letters.letters(to: "åsa.öberg@kommun.example.org")
        #expect(caught.count == (offersUTF8 ? 1 : 0))
        if let bytes = caught.first.flatMap(catcher.letters.bytes(of:)) {
            #expect(String(validating: bytes, as: UTF8.self)?.contains("<åsa.öberg@kommun.example.org>\r\n") == true)
        }
        await catcher.stop()
        try await fixture.close()
    }

    @Test("A relay that is not there defers a round of letters, leaves the rest untried, and loses none")
    func noRelay() async throws {
        let fixture = try await SendingFixture(people: 100)
        let catcher = try await MailCatcher.start(folder: "\(fixture.folder)/caught")
        await catcher.stop()
        let pool = SMTPPool(
            server: SMTPServer(host: "127.0.0.1", port: UInt16(catcher.port), security: .none), connections: 2)
        let report = try await fixture.sending(pool, lettersInFlight: 10)
            .send(LetterWaveName("before"), to: fixture.context())
        await pool.close()
        #expect(report.counts == LetterCounts([.queued: 100]))
        #expect((1...10).contains(report.handedOver))
        let letters = try await fixture.letters("before")
        #expect(letters.count { $0.attempts > 0 } == report.handedOver)
        try await fixture.close()
    }
}
