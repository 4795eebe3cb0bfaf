import Chronology
import Indicators
import Operations
import Registers
import Surveying
import Testing
import Wording

@Suite("The rule of movement")
struct ReleaseMovementTests {
    private static let conferences = (1...3).map { ConferenceID("st2016-0\($0)") }

    /// A release with one item, higher, same and lower by conference; the nation is their sum.
    private func release(_ parts: [Directions?], hidden: Directions = Directions(higher: 0, same: 0, lower: 0))
        -> Release
    {
        let shown = parts.compactMap(\.self)
        let whole = Directions(
            higher: shown.reduce(hidden.higher) { $0 + $1.higher }, same: shown.reduce(hidden.same) { $0 + $1.same },
            lower: shown.reduce(hidden.lower) { $0 + $1.lower })
        let rows = zip(Self.conferences, parts).map { change(.conference($0), $1) }
        return Release(
            id: "r", cutAt: Timestamp(microseconds: 0), isSimulated: true, response: [],
            change: [change(.nation, whole)] + rows, dialogue: DialogueFigures(bySector: [], perPerson: []))
    }

    private func change(_ breakdown: Breakdown, _ directions: Directions?) -> ItemChange {
        let pairs = directions.map { $0.higher + $0.same + $0.lower }
        let figure: Shown<Directions> = directions.map { .value($0) } ?? .withheld(.tooFewPeople)
        return ItemChange(
            item: "P01", text: LocalizedText("Ett", "One"), wavePair: .beforeAfter, breakdown: breakdown,
            pairs: pairs.map { .value($0) } ?? .withheld(.tooFewPeople), firstOnly: .value(10), secondOnly: .value(10),
            measure: .scale(
                counts: figure,
                netShareHigher: figure.map {
                    IntervalEstimate(
                        value: Double($0.higher - $0.lower) / Double($0.higher + $0.same + $0.lower),
                        interval: .undefined(.fewerThanFourClusters))
                }), clusters: .value(3))
    }

    private let base = [
        Directions(higher: 20, same: 20, lower: 20), Directions(higher: 20, same: 20, lower: 20),
        Directions(higher: 20, same: 20, lower: 20),
    ]

    @Test("holds nothing in the first release")
    func first() {
        let (settled, held) = ReleaseMovement().settled(release(base), after: nil)
        #expect(held.isEmpty && settled == release(base))
    }

    @Test("lets a set move when five people entered one conference and nobody another")
    func five() {
        var now = base
        now[0].higher += 5
        let (settled, held) = ReleaseMovement().settled(release(now), after: release(base))
        #expect(held.isEmpty && settled == release(now))
    }

    @Test(
        "holds the whole set when one to four people moved in one of its parts", arguments: [1, 2, 3, 4])
    func four(people: Int) {
        var now = base
        now[0].higher += 25
        now[1].higher += people
        now[1].lower -= people
        let (settled, held) = ReleaseMovement().settled(release(now), after: release(base))
        #expect(held == [.change(item: "P01", .beforeAfter)])
        #expect(settled.change == release(base).change)
    }

    @Test("holds a set where one count moved by one, though five people entered in all")
    func eachCount() {
        // Malmö, 28 higher, 32 the same and 6 lower; then 29, 36 and 6.
        var before = base
        before[0] = Directions(higher: 28, same: 32, lower: 6)
        var now = before
        now[0] = Directions(higher: 29, same: 36, lower: 6)
        #expect(ReleaseMovement().settled(release(now), after: release(before)).held.count == 1)
        now[0] = Directions(higher: 33, same: 37, lower: 6)
        #expect(ReleaseMovement().settled(release(now), after: release(before)).held.isEmpty)
    }

    @Test("holds response where one person opted out, and lets it move when five have")
    func outcomeCodes() {
        func with(optedOut: Int, answered: Int) -> Release {
            var release = release(base)
            var counts = ShownResponseCounts(reachable: .value(200), answered: .value(answered))
            counts.optedOut = .value(optedOut)
            counts.partial = .value(5)
            counts.complete = .value(answered - 5)
            release.response = [
                ResponseFigure(
                    wave: .after, breakdown: .nation, label: LocalizedText("x", "x"), counts: counts,
                    rate: .value(Double(answered) / 200))
            ]
            return release
        }
        let old = with(optedOut: 6, answered: 100)
        #expect(ReleaseMovement().settled(with(optedOut: 7, answered: 110), after: old).held == [.response(.after)])
        #expect(ReleaseMovement().settled(with(optedOut: 11, answered: 110), after: old).held.isEmpty)
    }

    @Test("a corrected label holds nothing, and stands beside figures that are held")
    func labels() {
        func renamed(_ release: Release) -> Release {
            var release = release
            for index in release.change.indices { release.change[index].text = LocalizedText("Två", "Two") }
            return release
        }
        let same = ReleaseMovement().settled(renamed(release(base)), after: release(base))
        #expect(same.held.isEmpty && same.release == renamed(release(base)))
        var now = base
        now[0].higher += 1
        let held = ReleaseMovement().settled(renamed(release(now)), after: release(base))
        #expect(held.held.count == 1 && held.release.change == renamed(release(base)).change)
    }

    @Test("looks at what remains of the nation when the shown conferences are taken away")
    func remainder() {
        let hidden = Directions(higher: 5, same: 5, lower: 5)
        var more = hidden
        more.lower += 2
        let now = [base[0], base[1], nil]
        var moved = now
        moved[0]?.higher += 9
        let (settled, held) = ReleaseMovement().settled(
            release(moved, hidden: more), after: release(now, hidden: hidden))
        #expect(held.count == 1)
        #expect(settled.change == release(now, hidden: hidden).change)
    }

    @Test("holds a mean that moved while the number of answers stayed")
    func mean() {
        func with(_ mean: Double) -> Release {
            var release = release(base)
            release.dialogue.perPerson = [
                RosterMean(
                    item: "R2", text: LocalizedText("x", "x"), wave: .after, answered: .value(100), mean: .value(mean),
                    meanOtherSector: .value(1))
            ]
            return release
        }
        let (settled, held) = ReleaseMovement().settled(with(2.01), after: with(2))
        #expect(held == [.dialogue(item: "R2", .after)])
        #expect(settled.dialogue == with(2).dialogue)
    }

    /// People change their minds or come late, a few at a time or many. Whoever subtracts a release from the one
    /// before must find in every count of every part, and of the nation, nobody or five people; who really moved is
    /// known here.
    @Test("gives nobody away in the difference of two releases", arguments: 1...20 as ClosedRange<UInt64>)
    func attack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var people = (0..<3).map { _ in (0..<60).map { _ in Int.random(in: 0...3, using: &generator) } }
        var published = release(people.map(directions))
        var atPublication = people
        var moves = 0
        for _ in 0..<240 {
            for place in 0..<3 {
                move(&people[place], using: &generator)
            }
            let next = ReleaseMovement().settled(release(people.map(directions)), after: published).release
            if next.change != published.change {
                for (old, new) in zip(published.change, next.change) {
                    guard case .scale(.value(let old), _) = old.measure, case .scale(.value(let new), _) = new.measure
                    else { continue }
                    for count in [\Directions.higher, \.same, \.lower] {
                        let step = abs(new[keyPath: count] - old[keyPath: count])
                        #expect(step == 0 || step >= 5, "seed \(seed)")
                    }
                }
                for place in 0..<3 {
                    let moved = zip(people[place], atPublication[place]).filter { $0 != $1 }.count
                    let isSame = directions(people[place]) == directions(atPublication[place])
                    #expect(isSame || moved >= 5, "seed \(seed)")
                }
                atPublication = people
                moves += 1
            }
            published = next
        }
        #expect(moves > 0, "seed \(seed): nothing ever moved, so nothing was tried")
    }

    /// Now and then one to three people change anyhow, at times six to twelve do the same thing.
    private func move(_ people: inout [Int], using generator: inout SeededGenerator) {
        switch Int.random(in: 0..<24, using: &generator) {
        case 0:
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                people[Int.random(in: 0..<60, using: &generator)] = Int.random(in: 0...3, using: &generator)
            }
        case 1...8:
            let (from, to) = (Int.random(in: 0...3, using: &generator), Int.random(in: 0...3, using: &generator))
            let movers = people.indices.filter { people[$0] == from }
                .prefix(Int.random(in: 6...12, using: &generator))
            if movers.count >= 6 { for person in movers { people[person] = to } }
        default: break
        }
    }

    /// 3 is one who has not answered twice.
    private func directions(_ people: [Int]) -> Directions {
        Directions(
            higher: people.count { $0 == 0 }, same: people.count { $0 == 1 }, lower: people.count { $0 == 2 })
    }
}
