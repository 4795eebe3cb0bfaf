import Chronology
import Operations
import Registers
import Storage
import Surveying
import Testing

/// Which of several answers of one person counts.
@Suite struct CorrectionTests {
    @Test("a few answers left in the form never take the place of a whole response; a later whole one does")
    func partialAfterComplete() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake(at: IntakeWorld.now.adding(seconds: 3600))
        _ = await intake.submit(.sample("whole", p1: .number(3), [("P2", .number(1))], minute: 1))
        _ = await intake.submit(.sample("begun", state: .partial, p1: .number(1), minute: 9))
        #expect(try await world.nation("P1") == ["3→-": 1])
        #expect(try await world.nation("P2") == ["1→-": 1])
        _ = await intake.submit(.sample("corrected", p1: .number(2), minute: 20))
        #expect(try await world.nation("P1") == ["2→-": 1])
        _ = await intake.submit(.sample("older", p1: .number(1), minute: 10))
        #expect(try await world.nation("P1") == ["2→-": 1])
        #expect(try await StoreCheck.check(world.store).isSound)
    }

    @Test("a source whose clock is ahead does not win over a later correction from another")
    func clockAhead() async throws {
        let world = try await IntakeWorld.make()
        _ = await world.intake().submit(.sample("ahead", p1: .number(3), minute: 600))
        let later = world.intake(at: IntakeWorld.now.adding(seconds: 30 * 60))
        _ = await later.submit(.sample("corrected", p1: .number(1), minute: 30))
        #expect(try await world.nation("P1") == ["1→-": 1])
    }

    @Test("what was built on a revision that has been replaced stores nothing")
    func overtaken() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        func state(_ revision: Int64, seen: Int64, p1: Int64) -> Submission {
            var submission = Submission.sample("r1", revision: revision, p1: .number(p1))
            submission.seenRevision = seen
            return submission
        }
        let first = await intake.submit(state(10, seen: 0, p1: 1))
        #expect(first.receipt?.revision == 10)
        #expect(await intake.submit(state(11, seen: 0, p1: 3)) == first.receipt.map(IntakeVerdict.superseded))
        #expect(try await world.nation("P1") == ["1→-": 1])
        #expect(await intake.submit(state(12, seen: 10, p1: 2)).receipt?.revision == 12)
        #expect(try await world.nation("P1") == ["2→-": 1])
    }

    @Test("a survey that another process generated anew takes answers to its new version at once")
    func newVersion() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        #expect(await intake.submit(.sample("r1", to: .firstAfter)).receipt != nil)
        let old = world.survey(.firstBefore)
        let new = Survey(
            id: old.id, title: old.title,
            pages: old.pages.map { page in
                var page = page
                page.questions.removeAll { $0.name == ItemName("P2") }
                return page
            })
        try await world.store.write { writer in
            try SurveyRecords.put(
                SurveyRecord(
                    id: new.id, version: new.version, opensAt: IntakeWorld.now,
                    closesAt: IntakeWorld.now.adding(days: 1)),
                definition: new.definition, at: IntakeWorld.now, in: writer)
        }
        var answer = Submission.sample("r2")
        answer.version = new.version
        #expect(await intake.submit(answer).receipt?.state == .complete)
        answer.version = old.version
        #expect(await intake.submit(answer) == .conflict(.otherVersion(current: new.version)))
    }
}
