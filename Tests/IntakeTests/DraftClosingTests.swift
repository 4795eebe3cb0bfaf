import Chronology
import Operations
import Registers
import Storage
import Surveying
import Testing

@Suite struct DraftClosingTests {
    private let late = IntakeWorld.now.adding(days: 8)
    private let secondBefore = SurveyID(conference: IntakeWorld.conferences[1], wave: .before)

    @Test("A4: a damaged table does not keep drafts from closing; it is counted anew")
    func damagedTable() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1"))
        _ = await intake.submit(.sample("r2", of: 1, state: .draft, p1: .number(1)))
        try await world.store.write { try $0.execute("UPDATE paired_tables SET cells = $1", [.blob([9, 9])]) }
        #expect(try await DraftClosing.close(world.store, at: late).closed == [.firstBefore: 1])
        #expect(try await world.nation("P1") == ["2→-": 1, "1→-": 1])
        #expect(try await StoreCheck.check(world.store).isSound)
    }

    @Test("a survey whose drafts cannot be counted does not hold up another's")
    func neighbours() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("broken", to: .firstAfter))
        _ = await intake.submit(.sample("r1", state: .draft))
        _ = await intake.submit(.sample("r2", to: secondBefore, state: .draft))
        try await world.store.write { try $0.execute("UPDATE responses SET answers = 'x' WHERE id = 'broken'", []) }
        let outcome = try await DraftClosing.close(world.store, at: late)
        #expect(outcome.failed == [.firstBefore])
        #expect(outcome.closed == [secondBefore: 1])
    }

    @Test("a draft that cannot be read is said to be, and not to have been closed")
    func unreadable() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1", state: .draft))
        _ = await intake.submit(.sample("r2", of: 1, state: .draft))
        try await world.store.write { try $0.execute("UPDATE responses SET answers = 'x' WHERE id = 'r1'", []) }
        for closed in [[.firstBefore: 1], [:]] as [[SurveyID: Int]] {
            let outcome = try await DraftClosing.close(world.store, at: late)
            #expect(outcome.closed == closed)
            #expect(outcome.unreadable == [.firstBefore: 1])
        }
    }

    @Test("a draft sent once more after it was closed is known again, and other answers under its revision are refused")
    func sentAgain() async throws {
        let world = try await IntakeWorld.make()
        let draft = Submission.sample("r1", state: .draft, p1: .number(1), [("N2", .text("Tolkar"))])
        _ = await world.intake().submit(draft)
        try await DraftClosing.close(world.store, at: late)
        let again = await world.intake(at: late).submit(draft)
        let receipt = try #require(again.receipt)
        #expect(again == .superseded(receipt))
        #expect(receipt.state == .partial)
        for other in [
            Submission.sample("r1", state: .draft, p1: .number(3), [("N2", .text("Tolkar"))]),
            .sample("r1", state: .draft, p1: .number(1), [("N2", .text("Lokaler"))]),
        ] {
            #expect(await world.intake(at: late).submit(other) == .conflict(.otherContent(receipt)))
        }
    }
}
