import Chronology
import Delivery
import Foundation
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import SourceText
import Storage
import Surveying
import Testing

@testable import genklang

@Suite("People who share an address")
struct SharedAddressTests {
    let before = LetterWaveName("before")
    let reminder = LetterWaveName("reminder")

    /// The parts of a letter without the quoted-printable line ends, and the tokens of its links in their order.
    private static func read(_ bytes: [UInt8]) throws -> (text: String, html: String, tokens: [[String]]) {
        var whole = String(decoding: bytes, as: UTF8.self).replacing("=\r\n", with: "")
        for (code, letter) in [
            ("=C3=85", "Å"), ("=C3=96", "Ö"), ("=3D", "="), ("\r\n", "\n"), ("=E2=80=93", "–"),
        ] { whole = whole.replacing(code, with: letter) }
        let start = try #require(whole.range(of: "<!DOCTYPE html>")?.lowerBound)
        let parts = [String(whole[..<start]), String(whole[start...])]
        let tokens = parts.map { part in part.matches(of: /\/s\/([0-9a-z]{26})/).map { String($0.output.1) } }
        return (parts[0], parts[1], tokens)
    }

    @Test("Two who share an address get one letter with a link each after their names, in text and HTML alike")
    func oneLetter() async throws {
        let fixture = try await SendingFixture(people: 5, sharing: [3: 1])
        let transport = RecordingTransport()
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.recipients == 4 && report.people == 5 && report.sharing == 1)
        #expect(report.counts == LetterCounts([.accepted: 4]) && report.addedAfterFreeze == 0)
        let shared = transport.letters.filter { $0.recipient == "anna1@kommun1.example.org" }
        #expect(shared.count == 1)
        let letter = try Self.read(try #require(shared.first).bytes)
        #expect(letter.text.contains("Hej Åsa Öberg 1 och Åsa Öberg 3!"), "\(letter.text)")
        for (place, number) in [1, 3].enumerated() {
            let token = try #require(letter.tokens[0].dropFirst(place).first)
            #expect(
                letter.text.contains("\nÅsa Öberg \(number): https://enkat.example.org/s/\(token)\n"), "\(letter.text)")
            #expect(letter.html.contains("Åsa Öberg \(number): <a href=\"https://enkat.example.org/s/\(token)\""))
            let invited = try await fixture.store.read { try InvitationRecords.invited(TokenHash(of: token), in: $0) }
            #expect(invited?.participant == fixture.participants[number].id)
        }
        // Both languages have both links; HTML has each as target and text.
        #expect(letter.tokens[0].count == 4 && Set(letter.tokens[0]) == Set(letter.tokens[1]))
        let again = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(again.handedOver == 0 && again.people == 5 && transport.letters.count == 4)
        try await fixture.close()
    }

    private static func answer(_ person: ParticipantRecord, in fixture: SendingFixture) async throws {
        let key = try await PseudonymKeys(folder: "\(fixture.folder)/keys").key(
            of: SendingFixture.conference, store: fixture.store)
        try await fixture.store.write { writer in
            try ResponseRecords.put(
                [
                    ResponseRecord(
                        key: ResponseKey(source: "test", id: person.id.rawValue), revision: 1,
                        survey: SurveyID(conference: SendingFixture.conference, wave: .before), version: "v-before",
                        pseudonym: key.pseudonym(of: person.id), organisationKey: nil,
                        organisationType: person.organisationType, state: .complete, isCounted: true,
                        submittedAt: fixture.time.now(), receivedAt: fixture.time.now(), answers: "{}")
                ], in: writer)
        }
    }

    @Test("A reminder goes until both have answered, and carries the links of those alone who have not")
    func reminders() async throws {
        for answered in [[], [1], [3], [1, 3]] {
            let fixture = try await SendingFixture(people: 4, sharing: [3: 1])
            let first = RecordingTransport()
            _ = try await fixture.sending(first).send(before, to: fixture.context())
            let sent = try Self.read(try #require(first.letters.first { $0.recipient.hasPrefix("anna1") }).bytes)
            for number in answered { try await Self.answer(fixture.participants[number], in: fixture) }
            fixture.time.move(bySeconds: 5 * 86_400)
            let transport = RecordingTransport()
            let report = try await fixture.sending(transport).send(reminder, to: fixture.context())
            let letters = transport.letters.filter { $0.recipient.hasPrefix("anna1") }
            let left = [1, 3].filter { !answered.contains($0) }
            #expect(letters.count == (left.isEmpty ? 0 : 1))
            #expect(report.people == 2 + left.count && report.recipients == (left.isEmpty ? 2 : 3))
            if let letter = try letters.first.map({ try Self.read($0.bytes) }) {
                let links = [1, 3].enumerated().filter { left.contains($0.element) }.map { sent.tokens[0][$0.offset] }
                #expect(Array(letter.tokens[0].prefix(left.count)) == links)
                let names = left.map { "Åsa Öberg \($0)" }.joined(separator: " och ")
                #expect(letter.text.contains("Hej \(names)!"), "\(letter.text)")
            }
            try await fixture.close()
        }
    }

    @Test("B7: between freeze and letter a cancelled one's link goes, and an opt-out by the address stops both")
    func lastMoment() async throws {
        for isOptOut in [false, true] {
            let fixture = try await SendingFixture(people: 4, sharing: [3: 1])
            let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
            _ = try? await fixture.sending(RecordingTransport(), store: nobody).send(before, to: fixture.context())
            let shared = try #require(try await fixture.letters("before").first { $0.address.hasPrefix("anna1") })
            #expect(shared.addressKey == "anna1@kommun1.example.org")
            try await fixture.store.write { writer in
                if isOptOut {
                    try Unsubscribing.unsubscribe(shared.id, at: Timestamp(seconds: 0), in: writer)
                } else {
                    try RegistrationRecords.setStatus(
                        .cancelled, of: [fixture.participants[1].id], conference: SendingFixture.conference, .node,
                        at: Timestamp(seconds: 0), in: writer)
                }
            }
            let transport = RecordingTransport()
            let report = try await fixture.sending(transport).send(before, to: fixture.context())
            let letters = transport.letters.filter { $0.recipient.hasPrefix("anna1") }
            #expect(report.counts.balances(withFrozen: 3))
            if isOptOut {
                #expect(letters.isEmpty && report.counts == LetterCounts([.accepted: 2, .suppressed: 1]))
            } else {
                let letter = try Self.read(try #require(letters.first).bytes)
                #expect(letter.text.contains("Hej Åsa Öberg 3!") && Set(letter.tokens[0]).count == 1)
            }
            try await fixture.close()
        }
    }

    @Test("B1: nobody who shares is lost or gets two letters, wherever the process dies", arguments: 0...12)
    func diesAnywhere(writes: Int) async throws {
        for isLastCommitted in [false, true] {
            let fixture = try await SendingFixture(people: 16, sharing: [4: 1, 9: 1, 12: 3])
            let transport = RecordingTransport()
            let dying = DyingStore(fixture.store, afterWrites: writes, isLastCommitted: isLastCommitted)
            _ = try? await fixture.sending(transport, store: dying).send(before, to: fixture.context())
            let report = try await fixture.sending(transport).send(before, to: fixture.context())
            #expect(transport.timesHanded.values.allSatisfy { $0 == 1 }, "\(transport.timesHanded)")
            #expect(report.counts.balances(withFrozen: 13) && report.people == 16)
            #expect(report.counts[.accepted] + report.counts[.uncertain] == 13)
            var links: [String] = []
            for mail in transport.letters { links += Set(try Self.read(mail.bytes).tokens[0]) }
            #expect(Set(links).count == links.count)
            let letters = Set(transport.letters.map(\.recipient)).count
            #expect(
                links.count == letters + (transport.timesHanded["anna1@kommun1.example.org"] == nil ? 0 : 2)
                    + (transport.timesHanded["anna3@kommun3.example.org"] == nil ? 0 : 1))
            try await fixture.close()
        }
    }

    @Test("B9: the shared letter arrives over SMTP byte for byte, once, with both links")
    func overSockets() async throws {
        let fixture = try await SendingFixture(people: 6, sharing: [5: 2])
        let catcher = try await MailCatcher.start(folder: "\(fixture.folder)/caught")
        let pool = SMTPPool(
            server: SMTPServer(host: "127.0.0.1", port: UInt16(catcher.port), security: .none), connections: 2)
        let composed = RecordingTransport { mail in await pool.deliver(mail) }
        let report = try await fixture.sending(composed).send(before, to: fixture.context())
        await pool.close()
        #expect(report.counts == LetterCounts([.accepted: 5]) && report.people == 6)
        let caught = catcher.letters.letters(to: "anna2@kommun2.example.org")
        #expect(caught.count == 1)
        let bytes = try #require(caught.first.flatMap(catcher.letters.bytes(of:)))
        #expect(composed.letters.first { $0.recipient == "anna2@kommun2.example.org" }?.bytes == bytes)
        #expect(try Set(Self.read(bytes).tokens[1]).count == 2)
        #expect(bytes.split(separator: 10).allSatisfy { $0.count <= 998 })
        await catcher.stop()
        try await fixture.close()
    }

    @Test("A wave whose link stands in a text has no room for two, and is refused before anyone is frozen")
    func target() async throws {
        let fixture = try await SendingFixture(people: 3, sharing: [2: 1])
        var files = SendingFixture.files
        files["before/body.sv.md"] = "Hej{{#name}} {{name}}{{/name}}!\n\n[Svara]({{survey_link}})\n"
        await #expect(throws: SendingError.self) {
            try await fixture.sending(RecordingTransport(), files: files).send(before, to: fixture.context())
        }
        #expect(try await fixture.letters("before").isEmpty)
        try await fixture.close()
    }

    @Test(
        "An address's key is a person's key without the number, which no address can look like",
        arguments: [
            ("a@b.se", "a@b.se", 1), ("a@b.se#2", "a@b.se", 2), ("a#3@b.se", "a#3@b.se", 1),
            ("a#3@b.se#12", "a#3@b.se", 12), ("a@b.se#", "a@b.se#", 1), ("a@b.se#x", "a@b.se#x", 1),
        ])
    func keys(key: String, address: String, number: Int) {
        #expect(SharedAddress.addressKey(of: key) == address)
        #expect(SharedAddress.personNumber(of: key) == number)
    }
}
