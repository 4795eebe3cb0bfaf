import Chronology
import Mailing
import Operations
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("Letters that come back")
struct BounceReadingTests {
    private func report(_ messageID: String?, _ addresses: [String], status: String = "5.1.1") throws
        -> DeliveryReport
    {
        let fields = addresses.map { address in
            "Final-Recipient: rfc822; \(address)\r\nAction: failed\r\nStatus: \(status)\r\n\r\n"
        }
        let returned = messageID.map { "Message-ID: <\($0)>\r\n" } ?? "Subject: hej\r\n"
        let text =
            "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
            + "Reporting-MTA: dns; relay.example.org\r\n\r\n\(fields.joined())--b\r\n"
            + "Content-Type: text/rfc822-headers\r\n\r\n\(returned)\r\n--b--\r\n"
        return try #require(DeliveryReport(parsing: Array(text.utf8)))
    }

    private func reasons(_ fixture: SendingFixture) async throws -> [String: SuppressionReason] {
        try await fixture.store.read { try SuppressionRecords.all(board: SendingFixture.board, in: $0) }
    }

    @Test(
        "The address of a letter that came back gets no more letters; the same report twice changes nothing"
    )
    func entered() async throws {
        let fixture = try await SendingFixture(people: 3)
        _ = try await fixture.sending(RecordingTransport()).send(
            LetterWaveName("before"), to: fixture.context())
        let letter = try #require(try await fixture.letters("before").first)
        let reading = BounceReading(store: fixture.store, time: fixture.time)
        let first = try await reading.enter(
            report(letter.messageID, [letter.address.uppercased()]), .node)
        #expect(first.map(\.outcome) == [.entered])
        #expect(try await reasons(fixture) == [letter.addressKey: .bounced])
        let second = try await reading.enter(report(letter.messageID, [letter.address]), .node)
        #expect(second.map(\.outcome) == [.enteredBefore])
        #expect(try await reasons(fixture) == [letter.addressKey: .bounced])
        try await fixture.close()
    }

    @Test(
        "A report that fits no letter, another's address, or is about something else changes nothing")
    func refused() async throws {
        let fixture = try await SendingFixture(people: 3)
        _ = try await fixture.sending(RecordingTransport()).send(
            LetterWaveName("before"), to: fixture.context())
        let letters = try await fixture.letters("before")
        let (letter, other) = (try #require(letters.first), try #require(letters.last))
        let reading = BounceReading(store: fixture.store, time: fixture.time)
        let stranger = "gk.0123456789abcdef0123456789abcdef@lst-h.example.org"
        for (id, addresses, status, outcome) in [
            (nil, [letter.address], "5.1.1", BounceReading.Outcome.notOurs),
            (stranger, [letter.address], "5.1.1", .notOurs),
            (letter.messageID, [other.address], "5.1.1", .notOurs),
            (letter.messageID, ["somebody@example.net"], "5.1.1", .notOurs),
            (letter.messageID, [letter.address], "5.2.2", .otherReason),
        ] {
            let rows = try await reading.enter(report(id, addresses, status: status), .node)
            #expect(rows.map(\.outcome) == [outcome], "\(id ?? "none") \(status)")
        }
        // Another board's node knows nothing of the letter.
        let elsewhere = try await reading.enter(
            report(letter.messageID, [letter.address]), .board(BoardID("lst-f")))
        #expect(elsewhere.map(\.outcome) == [.notOurs])
        #expect(try await reasons(fixture).isEmpty)
        try await fixture.close()
    }

    @Test("What a person has decided about letters stays")
    func decided() async throws {
        let fixture = try await SendingFixture(people: 1)
        _ = try await fixture.sending(RecordingTransport()).send(
            LetterWaveName("before"), to: fixture.context())
        let letter = try #require(try await fixture.letters("before").first)
        try await fixture.store.write { writer in
            try SuppressionRecords.put(
                addressKey: letter.addressKey, board: SendingFixture.board, reason: .unsubscribed,
                at: Timestamp(seconds: 0), in: writer)
        }
        let rows = try await BounceReading(store: fixture.store, time: fixture.time)
            .enter(report(letter.messageID, [letter.address]), .node)
        #expect(rows.map(\.outcome) == [.enteredBefore])
        #expect(try await reasons(fixture) == [letter.addressKey: .unsubscribed])
        try await fixture.close()
    }
}
