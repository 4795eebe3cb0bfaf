import Chronology
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Testing

@Suite("A wave to the people of a list")
struct ChosenRecipientsTests {
    private let before = LetterWaveName("before")

    private static func chosen(_ name: String, _ numbers: [Int]) -> ChosenRecipients {
        ChosenRecipients(name: name, people: Set(numbers.map { ParticipantID("p-\($0)") }))
    }

    @Test("Only those of the audience who stand in the list are frozen, and the list's name stays with the wave")
    func freezes() async throws {
        let fixture = try await SendingFixture(people: 6, statuses: [1: .cancelled])
        // Number 1 has cancelled and number 9 is nobody: a list adds nobody to the audience.
        let list = Self.chosen("jkpg", [0, 1, 2, 9])
        let transport = RecordingTransport()
        let sending = try fixture.sending(transport)
        #expect(
            try await sending.audience(before, of: fixture.context(), among: list)
                == Set([0, 2].map { ParticipantID("p-\($0)") }))
        #expect(try await sending.audience(before, of: fixture.context())?.count == 5)
        let report = try await sending.send(before, to: fixture.context(), among: list)
        #expect(report.recipients == 2 && report.counts == LetterCounts([.accepted: 2]) && report.addedAfterFreeze == 0)
        #expect(Set(transport.letters.map(\.recipient)) == Set([0, 2].map { fixture.participants[$0].email }))
        let wave = try await fixture.store.read {
            try LetterWaveRecords.find(name: "before", conference: SendingFixture.conference, .node, in: $0)
        }
        #expect(wave?.list == "jkpg")
        #expect(try await sending.audience(before, of: fixture.context()) == nil)
        try await fixture.close()
    }

    @Test("A wave that is frozen goes on without its list, and is not sent by another")
    func goesOn() async throws {
        let fixture = try await SendingFixture(people: 3)
        let sending = try fixture.sending(RecordingTransport())
        _ = try await sending.send(before, to: fixture.context(), among: Self.chosen("one", [0]))
        let again = try await sending.send(before, to: fixture.context())
        #expect(again.recipients == 1 && again.handedOver == 0)
        await #expect(throws: SendingError.frozenOtherwise(before, list: "one")) {
            try await sending.send(before, to: fixture.context(), among: Self.chosen("two", [1]))
        }
        try await fixture.close()
    }
}
