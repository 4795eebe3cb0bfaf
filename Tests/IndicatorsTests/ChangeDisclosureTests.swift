import Chronology
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

    /// Two tables held beside each other: who answered after the day, and who is a pair.
    static func release(_ conferences: [(pairs: Int, after: Int)]) throws -> Release {
        var answers = Answers(try Layouts.beforeAfter())
        var outcomes: [OutcomeTally] = []
        for (number, conference) in conferences.enumerated() {
            for person in 0..<conference.pairs {
                answers.add("P04", sign: person % 3 - 1, at: "c\(number)", from: "o\(person % 8)")
            }
            for (wave, people) in [(Wave.before, conference.pairs + 15), (.after, conference.after)] {
                outcomes += (0..<8).map { place in
                    let answered = people / 8 + (place < people % 8 ? 1 : 0)
                    return ResponseFigureTests.tally(
                        "c\(number)", "kommun", "o\(place)", reachable: answered + 4, complete: answered, wave: wave)
                }
            }
        }
        var input = ReleaseInput()
        input.outcomes = outcomes
        input.tables = [LayoutTables(layout: answers.layout, clusters: answers.clusters)]
        return Release(id: "r", cutAt: Timestamp(microseconds: 0), isSimulated: true, input: input)
    }

    @Test("E2: pairs are withheld where one to four answered a survey and are no pair, and shown where none or five")
    func linkedToResponse() throws {
        for (rest, isShown) in [(0, true), (1, false), (4, false), (5, true)] {
            let release = try Self.release([(20, 20 + rest), (30, 42), (40, 52), (45, 60)])
            let answered = ResponseFigureTests.row(
                release.response.filter { $0.wave == .after }, .conference(ConferenceID("c0")))
            #expect(answered?.counts.answered == .value(20 + rest))
            let row = try #require(release.change.figure("P04", .conference(ConferenceID("c0"))))
            #expect((row.pairs.shown != nil) == isShown, "\(rest) are no pair")
            #expect(row.firstOnly == nil && row.secondOnly == nil)
            // What is withheld is not found by subtraction from the nation either.
            let hidden = release.change.filter { $0.breakdown != .nation && $0.pairs.shown == nil }
            #expect(hidden.count == (isShown ? 0 : 2))
            #expect(release.change.figure("P04")?.pairs == .value(135))
        }
    }

    @Test("a conference whose response is withheld shows no pairs either")
    func withheldConference() throws {
        let conferences: [(pairs: Int, after: Int)] = [(30, 42), (40, 52), (45, 60), (35, 47)]
        var answers = Answers(try Layouts.beforeAfter())
        var outcomes: [OutcomeTally] = []
        for (number, conference) in conferences.enumerated() {
            for person in 0..<conference.pairs {
                answers.add("P04", sign: person % 3 - 1, at: "c\(number)", from: "o\(person % 8)")
            }
            for place in 0..<8 {
                let answered = conference.after / 8 + (place < conference.after % 8 ? 1 : 0)
                // Of 43 reached at c0 one is silent, so its response is withheld, and the smallest with it.
                let silent = number > 0 ? 4 : place == 0 ? 1 : 0
                outcomes.append(
                    ResponseFigureTests.tally(
                        "c\(number)", "kommun", "o\(place)", reachable: answered + silent, complete: answered,
                        wave: .after))
            }
        }
        let response = ResponseFigure.figures(of: outcomes)
        let hidden = response.filter { $0.counts.answered.shown == nil }.map(\.breakdown)
        #expect(hidden.contains(.conference(ConferenceID("c0"))))
        let changes = ItemChange.changes(
            in: [LayoutTables(layout: answers.layout, clusters: answers.clusters)],
            answered: AnsweredPeople(outcomes, published: response))
        for breakdown in hidden {
            let change = try #require(changes.figure("P04", breakdown))
            #expect(change.pairs.shown == nil && change.directions?.shown == nil && change.clusters.shown == nil)
        }
        #expect(changes.figure("P04")?.directions?.shown != nil)
    }

    /// Forty have a value in all three waves, others in one of them.
    @Test("E2: those with a value in one wave only are shown in every pair of waves, or in none", arguments: [6, 3])
    func once(inAfterOnly: Int) throws {
        let people =
            Array(repeating: Set(0..<3), count: 40) + Array(repeating: [0], count: 7)
            + Array(repeating: [1], count: inAfterOnly) + Array(repeating: [2], count: 8)
        let tables = try WavePair.allCases.map { pair in
            var answers = Answers(try Layouts.layout(pair))
            let waves = [pair.first, pair.second].compactMap { Wave.allCases.firstIndex(of: $0) }
            for (number, values) in people.enumerated() {
                let states = waves.map { values.contains($0) ? number % 2 : nil }
                answers.add("P04", states[0], states[1], at: "c\(number % 4)", from: "o\(number % 6)")
            }
            return LayoutTables(layout: answers.layout, clusters: answers.clusters)
        }
        let nation = ItemChange.changes(in: tables).filter { $0.breakdown == .nation }
        #expect(nation.map(\.pairs) == [.value(40), .value(40), .value(40)])
        let shown = nation.map { [$0.firstOnly?.shown, $0.secondOnly?.shown] }
        #expect(shown == (inAfterOnly == 6 ? [[7, 6], [7, 8], [6, 8]] : [[nil, nil], [nil, nil], [nil, nil]]))
    }

    @Test(
        "how many answered both is withheld where it would tell that one to four of them are no pair of an item",
        arguments: [(135, true), (137, false), (140, true)])
    func paired(people: Int, isShown: Bool) throws {
        var answers = Answers(try Layouts.beforeAfter())
        for person in 0..<135 {
            answers.add("P04", sign: person % 3 - 1, at: "c\(person % 4)", from: "o\(person % 8)")
        }
        var input = ReleaseInput()
        input.tables = [LayoutTables(layout: answers.layout, clusters: answers.clusters)]
        input.outcomes = (0..<32).map { place in
            ResponseFigureTests.tally(
                "c\(place / 8)", "kommun", "o\(place % 8)", reachable: 20, complete: 8,
                paired: people / 32 + (place < people % 32 ? 1 : 0), wave: .after)
        }
        let release = Release(id: "r", cutAt: Timestamp(microseconds: 0), isSimulated: true, input: input)
        let nation = try #require(ResponseFigureTests.row(release.response, .nation))
        #expect(release.change.figure("P04")?.pairs == .value(135))
        #expect(nation.counts.answered == .value(256))
        #expect(nation.counts.paired == (isShown ? .value(people) : .withheld(.complementary)))
    }
}
