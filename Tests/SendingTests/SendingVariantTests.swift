import Chronology
import Foundation
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Testing

@Suite("Outbox, audiences and reminders")
struct SendingVariantTests {
    @Test("With delivery off each letter becomes a file of its own, whole")
    func outbox() async throws {
        let fixture = try await SendingFixture(people: 9)
        let outbox = OutboxFolder(folder: "\(fixture.folder)/outbox")
        let report = try await fixture.sending(outbox).send(LetterWaveName("before"), to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 9]))
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(fixture.folder)/outbox")
        #expect(names.count == 9 && names.allSatisfy { $0.hasSuffix("@lst-h.example.org.eml") })
        for letter in try await fixture.letters("before") {
            let bytes = try #require(FileManager.default.contents(atPath: outbox.path(messageID: letter.messageID)))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("<\(letter.address)>") && text.hasSuffix("--\r\n"))
        }
        try await fixture.close()
    }

    @Test("An outbox that cannot be written defers the letters and loses none")
    func brokenOutbox() async throws {
        let fixture = try await SendingFixture(people: 2)
        try Data().write(to: URL(filePath: "\(fixture.folder)/outbox"))
        let outbox = OutboxFolder(folder: "\(fixture.folder)/outbox")
        let report = try await fixture.sending(outbox).send(LetterWaveName("before"), to: fixture.context())
        #expect(report.counts == LetterCounts([.queued: 2]))
        try await fixture.close()
    }

    @Test("The letter after the day goes to those who came, with a link to the survey after it")
    func attended() async throws {
        let fixture = try await SendingFixture(
            people: 10, statuses: [1: .attended, 2: .attended, 3: .speaker, 4: .noShow])
        fixture.time.move(bySeconds: 22 * 86_400)
        let transport = RecordingTransport()
        let report = try await fixture.sending(transport).send(LetterWaveName("after"), to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 3]))
        let invited = try await fixture.store.read { reader in
            try InvitationRecords.participants(
                of: SurveyID(conference: SendingFixture.conference, wave: .after), .node, in: reader)
        }
        #expect(invited.map(\.rawValue) == ["p-1", "p-2", "p-3"])
        try await fixture.close()
    }

    @Test("B7: a reminder carries the link that the person has, and goes only to those who have not answered")
    func reminder() async throws {
        let fixture = try await SendingFixture(people: 6)
        let first = RecordingTransport()
        _ = try await fixture.sending(first).send(LetterWaveName("before"), to: fixture.context())
        try await answer(ParticipantID("p-2"), fixture)
        fixture.time.move(bySeconds: 5 * 86_400)

        // One more answers between the freeze and the letters.
        let nobody = DyingStore(fixture.store, afterWrites: 1, isLastCommitted: false)
        _ = try? await fixture.sending(RecordingTransport(), store: nobody)
            .send(LetterWaveName("reminder"), to: fixture.context())
        try await answer(ParticipantID("p-4"), fixture)
        let second = RecordingTransport()
        let report = try await fixture.sending(second).send(LetterWaveName("reminder"), to: fixture.context())
        #expect(report.counts == LetterCounts([.accepted: 4, .suppressed: 1]))

        let link = { (mail: LetterInTransit) in
            String(decoding: mail.bytes, as: UTF8.self).replacing("=\r\n", with: "")
                .firstMatch(of: /\/s\/[0-9a-z]{26}/).map { String($0.output) }
        }
        let firstLinks = Dictionary(first.letters.map { ($0.recipient, link($0)) }) { first, _ in first }
        #expect(Set(second.letters.map(\.recipient)) == Set([0, 1, 3, 5].map { fixture.participants[$0].email }))
        for mail in second.letters {
            #expect(link(mail) != nil && link(mail) == firstLinks[mail.recipient])
        }
        try await fixture.close()
    }

    private func answer(_ person: ParticipantID, _ fixture: SendingFixture) async throws {
        let key = try await PseudonymKeys(folder: "\(fixture.folder)/keys")
            .key(of: SendingFixture.conference, store: fixture.store)
        let response = ResponseRecord(
            key: ResponseKey(source: "form", id: "r-\(person)"), revision: 1,
            survey: SurveyID(conference: SendingFixture.conference, wave: .before), version: nil,
            pseudonym: key.pseudonym(of: person), organisationKey: nil, organisationType: OrganisationTypeID("kommun"),
            state: .complete, isCounted: true, submittedAt: fixture.time.now(), receivedAt: fixture.time.now(),
            answers: "{}")
        try await fixture.store.write { try ResponseRecords.put([response], in: $0) }
    }
}
