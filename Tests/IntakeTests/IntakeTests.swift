import Chronology
import Foundation
import Operations
import Registers
import Storage
import Surveying
import Testing

@Suite struct IntakeTests {
    @Test("an answer is stored, counted in four tables a pair of waves, announced, and freezes its survey")
    func accepted() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake { $0.endpoints = ["coordinator"] }
        let verdict = await intake.submit(.sample("r1", [("P2", .number(1)), ("N2", .text("Tolkar"))]))
        let receipt = try #require(verdict.receipt)
        #expect(verdict == .accepted(receipt))
        #expect(receipt.state == .complete)
        #expect(receipt.receivedAt == IntakeWorld.now)
        let tables = try await world.tables()
        // P1 and P2 stand in before, after and three months; P3 is not asked after this conference.
        #expect(
            Set(tables.keys.map(\.breakdown)) == [
                "nation", "conference:st2016-01", "type:kommun", "cluster:st2016-01:municipality:0680",
            ])
        #expect(tables.count == 4 * 2 * 2)
        #expect(try await world.nation("P1") == ["2→-": 1])
        #expect(try await world.nation("P2") == ["1→-": 1])
        try await world.store.read { reader throws -> Void in
            let row = try ResponseRecords.find(ResponseKey(source: "kalmar-form", id: "r1"), in: reader)
            #expect(row?.answers == #"{"P1":2,"P2":1}"#)
            #expect(row?.isCounted == true)
            #expect(row?.pseudonym?.bytes.count == 16)
            let contacts = try ContactAnswerRecords.list(
                survey: .firstBefore, participant: IntakeWorld.people[0].id, in: reader)
            #expect(contacts.map(\.answers) == [#"{"N2":"Tolkar"}"#])
            let due = try OutboxRecords.due(endpoint: "coordinator", at: IntakeWorld.now, limit: 9, in: reader)
            #expect(due.map(\.response?.id) == ["r1"])
            #expect(due.map(\.type) == ["response.submitted"])
            #expect(try SurveyRecords.find(.firstBefore, .node, in: reader)?.frozenAt == IntakeWorld.now)
            #expect(try SurveyRecords.find(.firstAfter, .node, in: reader)?.frozenAt == nil)
        }
    }

    @Test("A3: the same answer twice has one effect and one receipt")
    func duplicate() async throws {
        let world = try await IntakeWorld.make()
        let first = await world.intake { $0.endpoints = ["x"] }.submit(.sample("r1", [("N2", .text("Tolkar"))]))
        let later = world.intake({ $0.endpoints = ["x"] }, at: IntakeWorld.now.adding(days: 1))
        let second = await later.submit(.sample("r1", [("N2", .text("Tolkar"))], minute: 3))
        #expect(second == first.receipt.map(IntakeVerdict.duplicate))
        #expect(try await world.rows("outbox") == 1)
        #expect(try await world.nation("P1") == ["2→-": 1])
    }

    @Test("A3: the same answer in a hundred posts at once has one effect, and all see the same receipt")
    func concurrentDuplicates() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake { $0.endpoints = ["x"] }
        let verdicts = await withTaskGroup(of: IntakeVerdict.self) { group in
            for _ in 0..<100 { group.addTask { await intake.submit(.sample("r1")) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(verdicts.map(\.receipt)).count == 1)
        #expect(verdicts.filter { if case .accepted = $0 { true } else { false } }.count == 1)
        #expect(try await world.rows("outbox") == 1)
        #expect(try await world.nation("P1") == ["2→-": 1])
    }

    @Test(
        "the same revision with other answers is a conflict, kept with the contact or not",
        arguments: [
            Submission.sample("r1", p1: .number(3)), .sample("r1", state: .partial),
            .sample("r1", [("N2", .text("Annat"))]),
            .erasure("r1", revision: 1),
        ])
    func otherContent(_ other: Submission) async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        let first = await intake.submit(.sample("r1", [("N2", .text("Tolkar"))]))
        let receipt = try #require(first.receipt)
        #expect(await intake.submit(other) == .conflict(.otherContent(receipt)))
    }

    @Test("an older revision after a newer changes nothing and gets the newer one's receipt")
    func superseded() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        let newer = await intake.submit(.sample("r1", revision: 2, p1: .number(3)))
        let older = await intake.submit(.sample("r1", revision: 1, p1: .number(1)))
        #expect(older == newer.receipt.map(IntakeVerdict.superseded))
        #expect(try await world.nation("P1") == ["3→-": 1])
    }

    @Test("a change moves its cell, from draft to partial to complete and back")
    func changes() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1", revision: 1, state: .draft))
        #expect(try await world.nation("P1").isEmpty)
        _ = await intake.submit(.sample("r1", revision: 2, state: .partial, p1: .number(1)))
        #expect(try await world.nation("P1") == ["1→-": 1])
        _ = await intake.submit(.sample("r1", revision: 3, p1: .dontKnow, [("P2", .number(2))]))
        #expect(try await world.nation("P1") == ["dont_know→-": 1])
        #expect(try await world.nation("P2") == ["2→-": 1])
        _ = await intake.submit(.sample("r1", revision: 4, state: .draft))
        #expect(try await world.nation("P1").isEmpty)
    }

    @Test("a late before-answer moves its person from one wave to two")
    func lateBefore() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("after", to: .firstAfter, p1: .number(3)))
        #expect(try await world.nation("P1") == ["-→3": 1])
        _ = await intake.submit(.sample("before", to: .firstBefore, p1: .notApplicable))
        #expect(try await world.nation("P1") == ["not_applicable→3": 1])
        #expect(try await world.nation("P1", .beforeThreeMonths) == ["not_applicable→-": 1])
        #expect(try await world.nation("P1", .afterThreeMonths) == ["3→-": 1])
    }

    @Test("an erasure takes the answer out of everything; sent again it stays erased")
    func erasure() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake { $0.endpoints = ["x"] }
        let answer = Submission.sample("r1", [("N2", .text("Tolkar"))])
        _ = await intake.submit(answer)
        let erased = await intake.submit(.erasure("r1", revision: 2))
        #expect(erased.receipt?.state == nil)
        #expect(try await world.tables().isEmpty)
        #expect(try await world.rows("contact_answers") == 0)
        #expect(await intake.submit(answer) == erased.receipt.map(IntakeVerdict.superseded))
        #expect(await intake.submit(.erasure("r1", revision: 2)) == erased.receipt.map(IntakeVerdict.duplicate))
        let row = try await world.store.read { try ResponseRecords.find(answer.key, in: $0) }
        #expect(row?.answers == nil)
        #expect(row?.pseudonym == nil)
        #expect(row?.organisationKey == nil)
        #expect(try await world.tables().isEmpty)
    }

    @Test("an erasure that comes before its answer keeps the answer out")
    func earlyErasure() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        let erased = await intake.submit(.erasure("r1", revision: 5))
        #expect(await intake.submit(.sample("r1")) == erased.receipt.map(IntakeVerdict.superseded))
        #expect(try await world.tables().isEmpty)
    }

    @Test("of two responses to one invitation the later counts, and the other when that is erased")
    func twoResponses() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake(at: IntakeWorld.now.adding(seconds: 3600))
        _ = await intake.submit(.sample("b", p1: .number(3), minute: 10))
        _ = await intake.submit(.sample("a", p1: .number(1), minute: 5))
        #expect(try await world.nation("P1") == ["3→-": 1])
        _ = await intake.submit(.erasure("b", revision: 2))
        #expect(try await world.nation("P1") == ["1→-": 1])
    }

    @Test("all faults of the answers come at once, and nothing is stored")
    func invalid() async throws {
        let world = try await IntakeWorld.make()
        let verdict = await world.intake().submit(
            .sample("r1", p1: .number(9), [("P2", .text("x")), ("Z9", .number(1))]))
        guard case .invalid(let errors) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(Set(errors.map(\.item)) == ["P1", "P2", "Z9"])
        #expect(try await world.rows("responses") == 0)
    }

    @Test("a bad submission in a batch does not touch its neighbours")
    func neighbours() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        let others = (0..<4).map { Submission.sample("r\($0)", of: $0) }
        var stranger = Submission.sample("stranger")
        stranger.token = "guessed"
        let verdicts = await withTaskGroup(of: (Int, IntakeVerdict).self) { group in
            for (place, submission) in (others + [stranger]).enumerated() {
                group.addTask { (place, await intake.submit(submission)) }
            }
            return await group.reduce(into: [Int: IntakeVerdict]()) { $0[$1.0] = $1.1 }
        }
        #expect(verdicts[4] == .unknownInvitation)
        for place in 0..<4 { #expect(verdicts[place]?.receipt != nil) }
        #expect(try await world.nation("P1") == ["2→-": 4])
    }

    @Test("a response id cannot be taken over by another person or survey")
    func takeover() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1"))
        #expect(await intake.submit(.sample("r1", revision: 2, of: 1)) == .conflict(.otherInvitation))
        #expect(
            await intake.submit(.sample("r1", revision: 2, to: .firstAfter)) == .conflict(.otherSurvey(.firstBefore)))
        #expect(await intake.submit(.sample("r0", revision: 0)) == .conflict(.revisionBelowOne))
    }

    @Test("a token opens its own survey only, and an unknown survey is said")
    func tokens() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        var wrong = Submission.sample("r1")
        wrong.token = IntakeWorld.token(0, .firstAfter)
        #expect(await intake.submit(wrong) == .unknownInvitation)
        wrong.token = nil
        #expect(await intake.submit(wrong) == .unknownInvitation)
        let nowhere = SurveyID(conference: ConferenceID("st2016-99"), wave: .before)
        #expect(await intake.submit(.sample("r1", to: nowhere)) == .unknownSurvey)
    }

    @Test("D13: an answer is taken within the grace after the close, and one given in time may arrive late")
    func closing() async throws {
        let world = try await IntakeWorld.make()
        let close = IntakeWorld.now.adding(days: 7)
        let minutes: Int64 = 7 * 24 * 60
        let justAfter = world.intake(at: close.adding(seconds: 29 * 60))
        #expect(await justAfter.submit(.sample("r1", minute: minutes + 29)).receipt != nil)
        let days = world.intake(at: close.adding(days: 3))
        #expect(await days.submit(.sample("r2", of: 1, minute: minutes + 31)) == .closed)
        #expect(await days.submit(.sample("r3", of: 1, minute: minutes - 1)).receipt != nil)
        #expect(await world.intake(at: close.adding(days: 8)).submit(.sample("r4", of: 2)) == .closed)
        #expect(await world.intake(at: IntakeWorld.now.adding(days: -2)).submit(.sample("r5", of: 2)) == .closed)
        // What is on the disk is still acknowledged, and can still be withdrawn.
        let retry = await world.intake(at: close.adding(days: 90)).submit(.sample("r1", minute: minutes + 29))
        #expect(retry.receipt?.revision == 1)
        let withdrawn = await world.intake(at: close.adding(days: 90)).submit(.erasure("r1", revision: 2))
        #expect(withdrawn.receipt?.state == nil)
    }

    @Test("the version that was answered must be the survey's")
    func versions() async throws {
        let world = try await IntakeWorld.make()
        var submission = Submission.sample("r1")
        submission.version = "0000000000000000"
        let current = world.survey(.firstBefore).version
        #expect(await world.intake().submit(submission) == .conflict(.otherVersion(current: current)))
        submission.version = current
        #expect(await world.intake().submit(submission).receipt != nil)
    }

    @Test("a survey that another process changed is seen by the next answer")
    func changedSurvey() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        #expect(await intake.submit(.sample("r1", to: .firstAfter)).receipt != nil)
        // Both surveys are in the intake's memory; before has no answer yet and may change.
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
        let verdict = await intake.submit(.sample("r2", [("P2", .number(1))]))
        guard case .invalid(let errors) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(errors.map(\.item) == ["P2"])
    }
}
