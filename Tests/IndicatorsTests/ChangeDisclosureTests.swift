import Indicators
import Registers
import Surveying
import Testing

@Suite struct ChangeDisclosureTests {
    /// One conference with pairs of P04 spread over organisations.
    static func change(higher: Int, same: Int, lower: Int, organisations: Int) throws -> ItemChange {
        var answers = Answers(try Layouts.beforeAfter())
        let signs =
            Array(repeating: 1, count: higher) + Array(repeating: 0, count: same) + Array(repeating: -1, count: lower)
        for (index, sign) in signs.enumerated() {
            answers.add("P04", sign: sign, at: "c1", from: "o\(index % organisations)")
        }
        return try #require(answers.changes().figure("P04", .conference(ConferenceID("c1"))))
    }

    @Test("E1: under 5 pairs nothing is shown, from 5 to 19 the number alone, from 20 the directions")
    func numbers() throws {
        let four = try Self.change(higher: 4, same: 0, lower: 0, organisations: 4)
        #expect(four.pairs == .withheld(.tooFewPeople))
        #expect(four.directions == .withheld(.tooFewPeople))
        let nineteen = try Self.change(higher: 7, same: 6, lower: 6, organisations: 5)
        #expect(nineteen.pairs == .value(19))
        #expect(nineteen.directions == .withheld(.tooFewPeople))
        #expect(nineteen.estimate == .withheld(.tooFewPeople))
        let twenty = try Self.change(higher: 8, same: 6, lower: 6, organisations: 5)
        #expect(twenty.directions == .value(Directions(higher: 8, same: 6, lower: 6)))
        #expect(twenty.estimate.shown?.value == 0.1)
    }

    @Test(
        "E1: pairs from two organisations are withheld, a direction of 1 to 4 hides all three, and so does everyone alike"
    )
    func organisationsAndSmallCounts() throws {
        let two = try Self.change(higher: 10, same: 10, lower: 10, organisations: 2)
        #expect(two.pairs == .withheld(.tooFewOrganisations))
        #expect(two.directions == .withheld(.tooFewOrganisations))
        let small = try Self.change(higher: 20, same: 16, lower: 4, organisations: 5)
        #expect(small.pairs == .value(40))
        #expect(small.directions == .withheld(.smallCount))
        #expect(small.estimate == .withheld(.smallCount))
        #expect(try Self.change(higher: 20, same: 20, lower: 0, organisations: 5).directions?.shown != nil)
        #expect(
            try Self.change(higher: 40, same: 0, lower: 0, organisations: 5).directions == .withheld(.everyoneAlike))
    }

    @Test("E1: shares of right answers are never 0 % or 100 %, nor of 1 to 4 people")
    func knowledge() throws {
        for (rightFirst, reason) in [
            (0, Withheld.everyoneAlike), (4, .smallCount), (36, .smallCount), (40, .everyoneAlike),
        ] {
            var answers = Answers(try Layouts.beforeAfter())
            for index in 0..<40 {
                answers.add("K1", index < rightFirst ? 1 : 0, index % 2, at: "c1", from: "o\(index % 5)")
            }
            let change = try #require(answers.changes().figure("K1"))
            #expect(change.pairs == .value(40))
            #expect(change.shares?.first == .withheld(reason))
            #expect(change.shares?.second == .withheld(reason))
            #expect(change.estimate == .withheld(reason))
        }
    }

    @Test("the interval of a question of knowledge is withheld where few changed one way")
    func fewChanged() throws {
        var answers = Answers(try Layouts.beforeAfter())
        for (index, states) in [(0, 1), (0, 0), (1, 1)].enumerated() {
            for person in 0..<12 { answers.add("K1", states.0, states.1, at: "c1", from: "o\(person + index)") }
        }
        for person in 0..<3 { answers.add("K1", 1, 0, at: "c1", from: "o\(person)") }
        let change = try #require(answers.changes().figure("K1"))
        // 12 of 39 became right, 3 became wrong.
        #expect(change.estimate.shown?.value == 9.0 / 39)
        #expect(change.estimate.shown?.interval == .withheld(.smallCount))
    }

    @Test("a conference whose response is withheld shows no pairs either")
    func withheldConference() throws {
        let layout = try Layouts.beforeAfter()
        var answers = Answers(layout)
        for conference in 1...5 {
            for person in 0..<40 {
                answers.add("P04", sign: person % 3 - 1, at: "c\(conference)", from: "o\(person % 8)")
            }
        }
        let changes = ItemChange.changes(
            in: [LayoutTables(layout: layout, clusters: answers.clusters)],
            withheldConferences: [.after: [ConferenceID("c2")]])
        let hidden = changes.filter { $0.pairs == .withheld(.complementary) }
        #expect(hidden.contains { $0.breakdown == .conference(ConferenceID("c2")) })
        #expect(hidden.count == 2)
        #expect(hidden.allSatisfy { $0.directions?.shown == nil && $0.clusters.shown == nil })
        #expect(changes.figure("P04")?.directions?.shown != nil)
    }
}
