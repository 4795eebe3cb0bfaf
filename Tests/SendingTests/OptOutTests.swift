import Chronology
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Testing

@Suite("Opting out of a stream of letters")
struct OptOutTests {
    private let before = LetterWaveName("before")

    /// A wave without a survey beside those of the fixture.
    private static let files = SendingFixture.files.merging([
        "practical/wave.yml":
            "audience: registered\nsend: {days: -21, at: \"08:00\"}\nexpires: {days: -1, at: \"17:00\"}\n",
        "practical/subject.sv.txt": "Praktiskt", "practical/subject.en.txt": "Practical",
        "practical/body.sv.md": "{{place}}\n", "practical/body.en.md": "{{place}}\n",
    ]) { first, _ in first }

    private static func optOut(_ stream: OptOutStream, _ number: Int, _ fixture: SendingFixture) async throws {
        let key = fixture.participants[number].emailKey
        try await fixture.store.write { writer in
            try OptOutRecords.put(
                stream, addressKey: key, board: SendingFixture.board, at: Timestamp(seconds: 0), in: writer)
        }
    }

    @Test("Whoever does without surveys still gets practical information, and the other way")
    func streams() async throws {
        let fixture = try await SendingFixture(people: 6)
        try await Self.optOut(.surveys, 0, fixture)
        try await Self.optOut(.practical, 1, fixture)
        try await Self.optOut(.all, 2, fixture)
        let (surveys, practical) = (RecordingTransport(), RecordingTransport())
        let first = try await fixture.sending(surveys, files: Self.files).send(before, to: fixture.context())
        let second = try await fixture.sending(practical, files: Self.files)
            .send(LetterWaveName("practical"), to: fixture.context())
        #expect(first.counts == LetterCounts([.accepted: 4, .suppressed: 2]) && first.recipients == 6)
        #expect(second.counts == LetterCounts([.accepted: 4, .suppressed: 2]) && second.recipients == 6)
        let emails = fixture.participants.map(\.email)
        #expect(Set(surveys.letters.map(\.recipient)) == Set([1, 3, 4, 5].map { emails[$0] }))
        #expect(Set(practical.letters.map(\.recipient)) == Set([0, 3, 4, 5].map { emails[$0] }))
        try await fixture.close()
    }

    @Test("Opting out after the list was frozen still stops the letter, and says of what stream")
    func lateOptOut() async throws {
        let fixture = try await SendingFixture(people: 3)
        let transport = RecordingTransport { mail in
            mail.recipient == fixture.participants[0].email
                ? .deferred(code: 451, reply: "later") : .accepted(code: 250, reply: "250 OK")
        }
        _ = try await fixture.sending(transport).send(before, to: fixture.context())
        try await Self.optOut(.surveys, 0, fixture)
        fixture.time.move(bySeconds: 86_400)
        let report = try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 2, .suppressed: 1]))
        let letters = try await fixture.letters("before")
        #expect(letters.filter { $0.state == "suppressed" }.map(\.reply) == ["opted out of surveys"])
        try await fixture.close()
    }

    @Test(
        "An address that the relay says is not there gets no later letter; other refusals say nothing of it",
        arguments: [
            ("550 5.1.1 No such user", true), ("5.1.1 <x>: Recipient address rejected", true),
            ("550 5.7.1 Message refused as spam", false), ("550 mailbox unavailable", false),
            ("552 5.2.2 Mailbox full", false), ("550 15.1.1", false),
        ])
    func bounces(reply: String, isBounce: Bool) async throws {
        let fixture = try await SendingFixture(people: 2)
        let gone = fixture.participants[0]
        let transport = RecordingTransport { mail in
            mail.recipient == gone.email ? .refused(code: 550, reply: reply) : .accepted(code: 250, reply: "250 OK")
        }
        _ = try await fixture.sending(transport).send(before, to: fixture.context())
        let reason = try await fixture.store.read {
            try SuppressionRecords.reason(addressKey: gone.emailKey, board: SendingFixture.board, in: $0)
        }
        #expect(reason == (isBounce ? .bounced : nil))
        try await fixture.close()
    }

    @Test("The opt-out link is of one stream or of all, and a bounce does not outlive what a person decides")
    func link() async throws {
        let fixture = try await SendingFixture(people: 1)
        _ = try await fixture.sending(RecordingTransport()).send(before, to: fixture.context())
        let letter = try #require(try await fixture.letters("before").first)
        let key = fixture.participants[0].emailKey
        let board = SendingFixture.board
        let now = Timestamp(seconds: 1)
        try await fixture.store.write { writer throws -> Void in
            #expect(try Unsubscribing.isNeeded(letter.id, .surveys, in: writer))
            #expect(try Unsubscribing.unsubscribe(letter.id, .surveys, at: now, in: writer))
            #expect(try OptOutRecords.streams(addressKey: key, board: board, in: writer) == [.surveys])
            #expect(try SuppressionRecords.reason(addressKey: key, board: board, in: writer) == nil)
            #expect(try !Unsubscribing.isNeeded(letter.id, .surveys, in: writer))
            try SuppressionRecords.put(addressKey: key, board: board, reason: .bounced, at: now, in: writer)
            #expect(try Unsubscribing.isNeeded(letter.id, .all, in: writer))
            #expect(try Unsubscribing.unsubscribe(letter.id, .all, at: now, in: writer))
            #expect(try SuppressionRecords.reason(addressKey: key, board: board, in: writer) == .unsubscribed)
            try SuppressionRecords.put(addressKey: key, board: board, reason: .bounced, at: now, in: writer)
            #expect(try SuppressionRecords.reason(addressKey: key, board: board, in: writer) == .unsubscribed)
            #expect(try !Unsubscribing.isNeeded(letter.id, .all, in: writer))
        }
        try await fixture.close()
    }
}
