import Chronology
import Indicators
import Operations
import Participants
import Registers
import Reporting
import Storage
import Surveying
import Testing
import Wording

@Suite("Cutting a release")
struct ReleasingTests {
    /// Of each ten people at a conference so many are higher after, and two are lower; the rest are the same.
    private static let higherOfTen = [4, 5, 6, 5, 4]

    /// Everybody but person 29 answers before; everybody but persons 0 and 1 after.
    private static func fill(_ world: ReleasingWorld) async {
        for (place, conference) in ReleasingWorld.conferences.enumerated() {
            for number in 0..<29 {
                let verdict = await world.answer(
                    SurveyID(conference: conference, wave: .before), number,
                    [("P01", .number(2)), ("K1", .text(number % 2 == 0 ? "af" : "mv"))])
                #expect(isAccepted(verdict))
            }
            for number in 2..<30 {
                let rest = number % 10
                let after: Int64 = rest < higherOfTen[place] ? 3 : rest < higherOfTen[place] + 2 ? 1 : 2
                let verdict = await world.answer(
                    SurveyID(conference: conference, wave: .after), number,
                    [
                        ("P01", .number(after)), ("K1", .text(number % 4 == 3 ? "mv" : "af")),
                        ("R2", .codes(number % 3 == 0 ? ["none"] : ["agency:af", "council:cc-06"])),
                    ])
                #expect(isAccepted(verdict))
            }
        }
    }

    private static func isAccepted(_ verdict: IntakeVerdict) -> Bool {
        if case .accepted = verdict { true } else { false }
    }

    @Test("reads answers, counts them and keeps the release")
    func cut() async throws {
        let world = try await ReleasingWorld.make()
        await Self.fill(world)
        var generator = SeededGenerator(seed: 1)
        let cut = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
        let release = cut.release
        #expect(cut.held.isEmpty)
        #expect(release.isSimulated && release.cutAt == ReleasingWorld.now)
        #expect(release.id.hasPrefix("release-2016-04-15-"))

        // 27 people a conference answered both times (numbers 2 to 28), counted here from the pattern itself.
        let pairs = Self.higherOfTen.flatMap { limit in (2..<29).map { number in (number % 10, limit) } }
        let higher = pairs.filter { $0.0 < $0.1 }.count
        let lower = pairs.filter { $0.0 >= $0.1 && $0.0 < $0.1 + 2 }.count
        let nation = try #require(release.change.first { $0.item == "P01" && $0.breakdown == .nation })
        #expect(nation.pairs == .value(135))
        #expect(nation.firstOnly == .value(10))
        #expect(nation.secondOnly == .value(5))
        guard case .scale(let directions, let netShare) = nation.measure else {
            Issue.record("P01 is a scale")
            return
        }
        #expect(directions == .value(Directions(higher: higher, same: 135 - higher - lower, lower: lower)))
        let estimate = try #require(netShare.shown)
        #expect(abs(estimate.value - Double(higher - lower) / 135) < 1e-12)
        #expect(estimate.interval.shown?.level == 0.99)

        let knowledge = try #require(release.change.first { $0.item == "K1" && $0.breakdown == .nation })
        guard case .knowledge(let first, let second, _) = knowledge.measure else {
            Issue.record("K1 is a question of knowledge")
            return
        }
        // Even numbers of 2 to 28 are right before: 14 of 27. After, all but 3, 7, 11, 15, 19, 23, 27: 20 of 27.
        #expect(abs(try #require(first.shown) - 14.0 / 27) < 1e-12)
        #expect(abs(try #require(second.shown) - 20.0 / 27) < 1e-12)

        #expect(try await world.releasing.latest() == release)
    }

    @Test("counts response by wave, conference and organisation type")
    func response() async throws {
        let world = try await ReleasingWorld.make()
        await Self.fill(world)
        var generator = SeededGenerator(seed: 2)
        let release = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
            .release
        func figure(_ wave: Wave, _ breakdown: Breakdown) throws -> ResponseFigure {
            try #require(release.response.first { $0.wave == wave && $0.breakdown == breakdown })
        }
        let before = try figure(.before, .nation)
        #expect(before.counts.reachable == .value(150) && before.counts.answered == .value(145))
        #expect(before.counts.paired == nil)
        let after = try figure(.after, .nation)
        #expect(after.counts.answered == .value(140))
        // 140 answered after; person 29 of each conference had not answered before: 135 and 5.
        #expect(after.counts.paired == .value(135))
        #expect(after.rate == .value(140.0 / 150))
        // Municipalities and county councils are one kind: those that the conferences are for.
        #expect(
            release.response.filter { if case .organisationType = $0.breakdown { true } else { false } }.count == 2)
        let target = try figure(.before, .organisationType(OrganisationTypeID("target_group")))
        #expect(target.counts.answered == .value(145))
        #expect(target.label.swedish == "Kommuner, landsting och regioner")
        let first = try figure(.before, .conference(ReleasingWorld.conferences[0]))
        // One of thirty is silent: a count of one person, withheld.
        #expect(first.label.swedish == "Ort 1 1 februari")
        #expect(first.counts.answered.shown == nil)
    }

    @Test("leaves bounced addresses out of those reachable, and absent people out of the after-wave")
    func denominators() async throws {
        let world = try await ReleasingWorld.make()
        let conference = ReleasingWorld.conferences[0]
        try await world.store.write { writer in
            for number in 0..<6 {
                let person = ReleasingWorld.person(conference, number)
                try SuppressionRecords.put(
                    addressKey: "\(person)@example.org", board: ReleasingWorld.board, reason: .bounced,
                    at: ReleasingWorld.now, in: writer)
            }
            let people = (0..<30).map { ReleasingWorld.person(conference, $0) }
            try RegistrationRecords.setStatus(
                .attended, of: Array(people[0..<20]), conference: conference, .node, at: ReleasingWorld.now, in: writer)
            try RegistrationRecords.setStatus(
                .noShow, of: Array(people[20..<30]), conference: conference, .node, at: ReleasingWorld.now, in: writer)
        }
        var generator = SeededGenerator(seed: 3)
        let release = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
            .release
        let before = try #require(release.response.first { $0.wave == .before && $0.breakdown == .nation })
        #expect(before.counts.reachable == .value(144) && before.counts.bounced == .value(6))
        let after = try #require(release.response.first { $0.wave == .after && $0.breakdown == .nation })
        // 120 at the other conferences and 20 who attended, less the six addresses.
        #expect(after.counts.reachable == .value(134))
    }

    @Test("takes those whose letter waits or came too late for neither invited nor reached")
    func neverWritten() async throws {
        let world = try await ReleasingWorld.make()
        let survey = SurveyID(conference: ReleasingWorld.conferences[0], wave: .before)
        try await world.settle(survey, 0..<6, as: "expired")
        try await world.settle(survey, 6..<12, as: "queued")
        try await world.settle(survey, 12..<18, as: "rejected")
        try await world.settle(survey, 18..<24, as: "uncertain")
        var generator = SeededGenerator(seed: 7)
        let release = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
            .release
        let before = try #require(release.response.first { $0.wave == .before && $0.breakdown == .nation })
        // 120 at the other conferences, and here the 6 whose letters were taken and the 6 that may have been.
        #expect(before.counts.reachable == .value(132))
        #expect(before.counts.invited == .value(138) && before.counts.bounced == .value(6))
    }

    @Test("counts who answered among those reached, also when the registration or the organisation changes later")
    func samePeople() async throws {
        let world = try await ReleasingWorld.make()
        let conference = ReleasingWorld.conferences[0]
        for conference in ReleasingWorld.conferences {
            for number in 0..<20 {
                let survey = SurveyID(conference: conference, wave: .before)
                #expect(Self.isAccepted(await world.answer(survey, number, [("P01", .number(2))])))
            }
        }
        try await world.store.write { writer in
            let people = (0..<6).map { ReleasingWorld.person(conference, $0) }
            try RegistrationRecords.setStatus(
                .cancelled, of: people, conference: conference, .node, at: ReleasingWorld.now, in: writer)
            _ = try writer.execute(
                "UPDATE participants SET organisation_key = 'municipality:0685' WHERE id = $1",
                [.id(ReleasingWorld.person(conference, 10))])
        }
        var generator = SeededGenerator(seed: 8)
        let release = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
            .release
        let before = try #require(release.response.first { $0.wave == .before && $0.breakdown == .nation })
        #expect(before.counts.answered == .value(100) && before.counts.reachable == .value(150))
        let place = try #require(
            release.response.first { $0.wave == .before && $0.breakdown == .conference(conference) })
        #expect(place.counts.answered == .value(20) && place.counts.reachable == .value(30))
    }

    @Test("calls organisations registered until a conference says who came")
    func coverage() async throws {
        let world = try await ReleasingWorld.make()
        var generator = SeededGenerator(seed: 9)
        let first = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
        #expect(first.release.coverage.map(\.basis) == [.registered, .registered])
        try await world.store.write { writer in
            for conference in ReleasingWorld.conferences {
                // At every conference only the people of one organisation come; the others are not marked at all.
                let people = (0..<30).filter {
                    ReleasingWorld.organisation($0, at: conference).key == OrganisationKey("municipality:0680")
                }.map { ReleasingWorld.person(conference, $0) }
                try RegistrationRecords.setStatus(
                    .attended, of: people, conference: conference, .node, at: ReleasingWorld.now, in: writer)
            }
        }
        let second = try await world.releasing.cut(
            at: ReleasingWorld.now.adding(days: 1), isSimulated: true, using: &generator)
        #expect(second.release.coverage.map(\.present) == [1, 0])
        #expect(second.release.coverage.map(\.basis) == [.attended, .attended])
    }

    @Test("counts roster answers by sector, and organisations that came")
    func dialogue() async throws {
        let world = try await ReleasingWorld.make()
        await Self.fill(world)
        var generator = SeededGenerator(seed: 4)
        let cut = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
        let state = try #require(
            cut.release.dialogue.bySector.first { $0.item == "R2" && $0.sector == Sector.state.rawValue })
        // Of the numbers 2 to 29, the nine that 3 divides (3 to 27) named nobody: 19 of 28 at five conferences.
        #expect(state.answered == .value(140) && state.people == .value(95))
        let councils = try #require(
            cut.release.dialogue.bySector.first { $0.item == "R2" && $0.sector == Sector.regional.rawValue })
        // The same but for those who are of the council themselves.
        let others = (0..<5).flatMap { place in (2..<30).filter { $0 % 3 != 0 && ($0 + place) % 6 != 5 } }
        #expect(councils.people == .value(others.count))
        #expect(cut.release.coverage.map(\.present) == [5, 1])
        #expect(cut.release.coverage.map(\.inFrame) == [290, 20])
    }

    @Test("keeps a set of figures as it was until five people have moved")
    func movement() async throws {
        let world = try await ReleasingWorld.make()
        await Self.fill(world)
        var generator = SeededGenerator(seed: 5)
        let first = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: true, using: &generator)
        let survey = SurveyID(conference: ReleasingWorld.conferences[0], wave: .after)
        _ = await world.answer(survey, 2, revision: 2, [("P01", .number(1))])
        let second = try await world.releasing.cut(
            at: ReleasingWorld.now.adding(days: 1), isSimulated: true, using: &generator)
        #expect(second.held.contains(.change(item: "P01", .beforeAfter)))
        #expect(second.release.change == first.release.change)
        #expect(second.release.id != first.release.id)
        // With number 2, five who were higher become lower.
        for number in [3, 10, 11, 12] { _ = await world.answer(survey, number, revision: 2, [("P01", .number(1))]) }
        let third = try await world.releasing.cut(
            at: ReleasingWorld.now.adding(days: 2), isSimulated: true, using: &generator)
        #expect(!third.held.contains(.change(item: "P01", .beforeAfter)))
        #expect(third.release.change != first.release.change)
    }

    @Test("has nothing to show before the first release, and stands up with an empty store")
    func empty() async throws {
        let world = try await ReleasingWorld.make()
        #expect(try await world.releasing.latest() == nil)
        var generator = SeededGenerator(seed: 6)
        let release = try await world.releasing.cut(at: ReleasingWorld.now, isSimulated: false, using: &generator)
            .release
        #expect(release.change.isEmpty && release.dialogue.bySector.isEmpty)
        #expect(!release.isSimulated)
    }
}
