import Chronology
import Crypto
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

@Suite("Sending a wave")
struct SendingTests {
    let before = LetterWaveName("before")

    @Test("Each registered person gets one letter with a link of their own, and the counts balance")
    func sendsAll() async throws {
        let fixture = try await SendingFixture(
            people: 30, statuses: [3: .cancelled, 4: .noShow, 5: .speaker], emails: [7: "å@example.org", 8: "x y"])
        try await fixture.store.write { writer in
            try SuppressionRecords.put(
                addressKey: "anna9@kommun2.example.org", board: SendingFixture.board, reason: .bounced,
                at: Timestamp(seconds: 0), in: writer)
        }
        let transport = RecordingTransport()
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        // 30 less the cancelled and the no-show are frozen; one is suppressed and one cannot be addressed.
        #expect(report.recipients == 28)
        #expect(report.counts == LetterCounts([.accepted: 26, .rejected: 1, .suppressed: 1]))
        #expect(report.handedOver == 26 && report.acceptedNow == 26 && report.nextAttemptAt == nil)
        #expect(transport.letters.count == 26 && transport.timesHanded.values.allSatisfy { $0 == 1 })

        var links: Set<String> = []
        for mail in transport.letters {
            let text = String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "")
            let token = try #require(text.firstMatch(of: /https:\/\/enkat\.example\.org\/s\/([0-9a-z]{26})/)).output.1
            links.insert(String(token))
            let hash = TokenHash(bytes: Array(SHA256.hash(data: Array(token.utf8))))
            let invited = try await fixture.store.read { try InvitationRecords.invited(hash, in: $0) }
            let person = try #require(fixture.participants.first { $0.email == mail.recipient })
            #expect(invited?.participant == person.id)
            #expect(invited?.survey == SurveyID(conference: SendingFixture.conference, wave: .before))
            #expect(
                text.contains("<konferens@lst-h.example.org>") && mail.envelopeSender == "konferens@lst-h.example.org")
        }
        #expect(links.count == 26)
        #expect(report.troubled.map(\.address) == ["x y"] && report.troubled.map(\.state) == [.rejected])
        #expect(report.troubled.map(\.reason) == [LetterReason.unaddressable.rawValue])
        let letters = try await fixture.letters("before")
        #expect(Set(letters.map(\.messageID)).count == 28 && letters.allSatisfy { $0.doneAt != nil })
        try await fixture.close()
    }

    @Test("Whoever is registered after the list was frozen gets no letter, and is told of at every run")
    func lateRegistration() async throws {
        let fixture = try await SendingFixture(people: 4, statuses: [3: .cancelled])
        let first = try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        #expect(first.addedAfterFreeze == 0)
        let now = fixture.time.now()
        var late = try #require(fixture.participants.first)
        late.id = ParticipantID("p-late")
        late.email = "sen@kommun.example.org"
        late.emailKey = late.email
        try await fixture.store.write { [late] writer in
            try ParticipantRecords.insert([late], in: writer)
            try RegistrationRecords.put(
                [
                    RegistrationRecord(
                        conference: SendingFixture.conference, participant: late.id, status: .registered,
                        registeredAt: now, updatedAt: now)
                ], in: writer)
        }
        let transport = RecordingTransport()
        let second = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(second.addedAfterFreeze == 1 && second.recipients == 3)
        #expect(second.counts == LetterCounts([.accepted: 3]) && transport.letters.isEmpty)
        try await fixture.close()
    }

    @Test("B2: a second run sends nothing and says the same")
    func idempotent() async throws {
        let fixture = try await SendingFixture(people: 12)
        let transport = RecordingTransport()
        let first = try await fixture.sending(transport).send(before, to: fixture.context())
        let second = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(second.counts == first.counts && second.handedOver == 0)
        #expect(transport.letters.count == 12)
        try await fixture.close()
    }

    @Test("B1: no letter is handed over twice, and nobody is forgotten, wherever the process dies", arguments: 0...16)
    func diesAnywhere(writes: Int) async throws {
        for isLastCommitted in [false, true] {
            let fixture = try await SendingFixture(people: 20)
            let transport = RecordingTransport()
            let dying = DyingStore(fixture.store, afterWrites: writes, isLastCommitted: isLastCommitted)
            let firstReport = try? await fixture.sending(transport, store: dying).send(before, to: fixture.context())
            let handedByFirst = transport.timesHanded
            let report = try await fixture.sending(transport).send(before, to: fixture.context())
            #expect(transport.timesHanded.values.allSatisfy { $0 == 1 }, "\(transport.timesHanded)")
            #expect(report.counts.balances(withFrozen: 20))
            // Letters in flight at the death, at most 4, are uncertain; all the others were accepted.
            #expect(report.counts[.uncertain] <= 4)
            #expect(report.counts[.accepted] + report.counts[.uncertain] == 20)
            let states = Dictionary(
                try await fixture.letters("before").map { ($0.address, $0.state) },
                uniquingKeysWith: { first, _ in first })
            for (address, _) in transport.timesHanded {
                #expect(["accepted", "uncertain"].contains(states[address]))
            }
            // A whole run takes some fourteen transactions, so these deaths were in the middle of it.
            if writes <= 8 { #expect(firstReport == nil && handedByFirst.count < 20) }
            try await fixture.close()
        }
    }

    @Test("B3: a letter that another process left attempting becomes uncertain and is not sent")
    func leftAttempting() async throws {
        let fixture = try await SendingFixture(people: 5)
        let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
        _ = try? await fixture.sending(RecordingTransport(), store: nobody).send(before, to: fixture.context())
        let frozen = try await fixture.letters("before")
        #expect(frozen.map(\.state) == Array(repeating: "queued", count: 5))
        let left = try #require(frozen.first)
        try await fixture.store.write { writer in
            _ = try LetterRecords.take(
                LetterTransition(id: left.id, from: "queued", to: "attempting", attempts: 1), in: writer)
        }
        let transport = RecordingTransport()
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 4, .uncertain: 1]))
        #expect(!transport.letters.map(\.recipient).contains(left.address))

        // Only a person sends it again, and it is the same letter; one that was accepted cannot be queued.
        let now = fixture.time.now()
        let other = try #require(frozen.last)
        try await fixture.store.write { writer in
            let (isQueued, isOtherQueued) = (
                try QueueingAgain.queue(left.id, at: now, in: writer),
                try QueueingAgain.queue(other.id, at: now, in: writer)
            )
            #expect(isQueued && !isOtherQueued)
        }
        let again = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(again.counts == LetterCounts([.accepted: 5]) && again.handedOver == 1)
        #expect(
            transport.letters.last?.recipient == left.address && transport.letters.last?.messageID == left.messageID)
        try await fixture.close()
    }

    @Test("Refused, deferred and lost letters end where they should; a deferred one is tried again at its time")
    func outcomes() async throws {
        let fixture = try await SendingFixture(people: 8)
        let isBusy = MovableTime(Timestamp(seconds: 1))
        let transport = RecordingTransport { mail in
            switch mail.recipient.first(where: \.isNumber) {
            case "0": .refused(code: 550, reply: "550 5.1.1 <\(mail.recipient)> unknown")
            case "1":
                isBusy.now().seconds > 0 ? .deferred(code: 451, reply: "later") : .accepted(code: 250, reply: "250")
            case "2": .uncertain(reason: "no reply after the final dot")
            default: .accepted(code: 250, reply: "250 OK")
            }
        }
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 5, .rejected: 1, .queued: 1, .uncertain: 1]))
        #expect(report.nextAttemptAt == fixture.time.now().adding(seconds: 300))
        let rejected = try #require(try await fixture.letters("before").first { $0.state == "rejected" })
        #expect(rejected.replyCode == 550 && rejected.reply == "550 5.1.1 <…> unknown")

        // Too early, nothing happens; at its time the letter is tried again, and the others are not.
        _ = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(transport.letters.count == 8)
        fixture.time.move(bySeconds: 300)
        isBusy.move(bySeconds: -1)
        let later = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(later.counts == LetterCounts([.accepted: 6, .rejected: 1, .uncertain: 1]))
        #expect(transport.letters.count == 9)
        try await fixture.close()
    }

    @Test("A letter that still waits when the wave expires is not sent")
    func expires() async throws {
        let fixture = try await SendingFixture(people: 3)
        let transport = RecordingTransport { _ in .deferred(code: 451, reply: "later") }
        _ = try await fixture.sending(transport).send(before, to: fixture.context())
        fixture.time.move(bySeconds: 19 * 86_400 + 9 * 3600)
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.expired: 3]))
        #expect(transport.letters.count == 3)
        try await fixture.close()
    }

    @Test("B7: who opts out or cancels between the freeze and the letter gets none")
    func lastMoment() async throws {
        let fixture = try await SendingFixture(people: 6)
        let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
        _ = try? await fixture.sending(RecordingTransport(), store: nobody).send(before, to: fixture.context())
        let letters = try await fixture.letters("before")
        let (first, second) = (try #require(letters.first), try #require(letters.last))
        try await fixture.store.write { writer in
            #expect(try Unsubscribing.unsubscribe(first.id, at: Timestamp(seconds: 0), in: writer))
            #expect(try !Unsubscribing.unsubscribe(LetterID("nobody"), at: Timestamp(seconds: 0), in: writer))
            try RegistrationRecords.setStatus(
                .cancelled, of: [try #require(second.participant)], conference: SendingFixture.conference, .node,
                at: Timestamp(seconds: 0), in: writer)
        }
        let transport = RecordingTransport()
        let report = try await fixture.sending(transport).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 4, .suppressed: 2]))
        #expect(!transport.letters.contains { [first.address, second.address].contains($0.recipient) })
        let states = try await fixture.letters("before").filter { $0.state == "suppressed" }.map(\.reply)
        #expect(Set(states) == ["unsubscribed", "cancelled"])
        try await fixture.close()
    }

    @Test("No more letters are in flight at once than was stated", arguments: [1, 3, 16])
    func bound(lettersInFlight: Int) async throws {
        let fixture = try await SendingFixture(people: 50)
        let transport = RecordingTransport { [store = fixture.store] _ in
            let attempting = try? await store.read { reader in
                try reader.query("SELECT count(*) FROM letters WHERE state = 'attempting'", []).first?.integer(0)
            }
            let isWithin = (1...Int64(lettersInFlight)).contains((attempting ?? nil) ?? -1)
            return isWithin ? .accepted(code: 250, reply: "250") : .refused(code: 500, reply: "too many")
        }
        let report = try await fixture.sending(transport, lettersInFlight: lettersInFlight)
            .send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 50]))
        #expect(transport.mostInFlight <= lettersInFlight)
        try await fixture.close()
    }
}
