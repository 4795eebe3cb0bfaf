import Chronology
import Foundation
import Operations
import Participants
import Registers
import Storage
import Surveying
import Testing

@Suite("Erasing a person who has answered")
struct PersonErasureTests {
    @Test("Answers, what was said by name and the person go; counts go down, and others stay")
    func answers() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        let conference = IntakeWorld.conferences[0]
        for person in 0..<2 {
            for wave in [Wave.before, .after] {
                let survey = SurveyID(conference: conference, wave: wave)
                let verdict = await intake.submit(
                    .sample("r\(person)-\(wave.rawValue)", of: person, to: survey))
                try #require(verdict.receipt != nil, "\(verdict)")
            }
        }
        let erasure = PersonErasure(
            store: world.store, intake: intake, keys: world.keys,
            erasures: ErasureKeys(folder: world.folder.appendingPathComponent("keys").path),
            outbox: OutboxFolder(folder: world.folder.appendingPathComponent("outbox").path),
            time: FixedTime(IntakeWorld.now))
        let report = try await erasure.erase(ParticipantID("p0"), .node, decision: "851-1-2016")
        #expect(report?.responses == 2)
        let counts = try await world.store.read { try ResponseRecords.counts(in: $0) }
        #expect(counts.tombstones == 2 && counts.counted == 2)
        #expect(try await world.store.read { try ParticipantRecords.find(ParticipantID("p0"), .node, in: $0) } == nil)
        #expect(try await world.store.read { try ParticipantRecords.find(ParticipantID("p1"), .node, in: $0) } != nil)
        // Twice changes nothing more.
        #expect(try await erasure.erase(ParticipantID("p0"), .node, decision: "851-1-2016") == nil)
    }
}
