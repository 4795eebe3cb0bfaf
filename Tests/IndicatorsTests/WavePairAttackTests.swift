import Chronology
import Indicators
import Registers
import Surveying
import Testing

/// Promise E2 between tables: an outsider who holds the response of all three surveys and the three pairs of waves of
/// one item beside each other.
@Suite struct WavePairAttackTests {
    /// What one person gave to one survey.
    enum Reply: CaseIterable {
        case none
        /// Answered the survey, with no value in the item.
        case empty
        case value
    }

    struct World {
        var conferences: Int
        /// By conference: organisation and replies to the three surveys.
        var people: [[(organisation: String, replies: [Reply])]]

        init(seed: UInt64) {
            var random = Random(seed: seed)
            conferences = Int.random(in: 1...5, using: &random)
            let willingness = Double.random(in: 0.5...0.98, using: &random)
            let completeness = Double.random(in: 0.85...1, using: &random)
            people = (0..<conferences).map { _ in
                let organisations = Int.random(in: 1...9, using: &random)
                return (0..<Int.random(in: 0...45, using: &random)).map { _ in
                    let replies = (0..<3).map { wave -> Reply in
                        if Double.random(in: 0..<1, using: &random) > willingness - Double(wave) * 0.1 { return .none }
                        return Double.random(in: 0..<1, using: &random) < completeness ? .value : .empty
                    }
                    return ("o\(Int.random(in: 1...organisations, using: &random))", replies)
                }
            }
        }

        func count(_ conference: Int, _ isWanted: ([Reply]) -> Bool) -> Int {
            people[conference].count { isWanted($0.replies) }
        }

        /// - Parameter isLinked: whether the tables are protected against each other.
        func release(isLinked: Bool) throws -> Release {
            var input = ReleaseInput()
            for pair in WavePair.allCases {
                var answers = Answers(try Layouts.layout(pair))
                let waves = [pair.first, pair.second].compactMap { Wave.allCases.firstIndex(of: $0) }
                for conference in 0..<conferences {
                    for person in people[conference] {
                        let states = waves.map { person.replies[$0] == .value ? 1 : nil }
                        guard waves.contains(where: { person.replies[$0] != .none }) else { continue }
                        answers.add("P04", states[0], states[1], at: "c\(conference)", from: person.organisation)
                    }
                }
                input.tables.append(LayoutTables(layout: answers.layout, clusters: answers.clusters))
            }
            for conference in 0..<conferences {
                for (organisation, group) in Dictionary(grouping: people[conference], by: \.organisation) {
                    for (place, wave) in Wave.allCases.enumerated() {
                        let answered = group.filter { $0.replies[place] != .none }
                        input.outcomes.append(
                            ResponseFigureTests.tally(
                                "c\(conference)", "kommun", organisation, reachable: group.count,
                                complete: answered.count,
                                paired: place == 0 ? 0 : answered.count { $0.replies[0] != .none }, wave: wave))
                    }
                }
            }
            var release = Release(id: "r", cutAt: Timestamp(microseconds: 0), isSimulated: true, input: input)
            if !isLinked { release.change = ItemChange.changes(in: input.tables) }
            return release
        }
    }

    /// Unknowns at a conference: those with a value in exactly these surveys (a bit each, 1 to 7), and those who
    /// answered each survey without a value.
    static let unknownCount = 10
    static func having(_ conference: Int, _ wave: Int) -> [Int] {
        (1...7).filter { $0 & (1 << wave) != 0 }.map { conference * unknownCount + $0 - 1 }
    }
    static func having(_ conference: Int, _ pair: [Int]) -> [Int] {
        having(conference, pair[0]).filter(Set(having(conference, pair[1])).contains)
    }
    static func answered(_ conference: Int, _ wave: Int) -> [Int] {
        having(conference, wave) + [conference * unknownCount + 7 + wave]
    }
    static func waves(_ pair: WavePair) -> [Int] {
        [pair.first, pair.second].compactMap { Wave.allCases.firstIndex(of: $0) }
    }

    /// What can be worked out to within five of the small counts at a conference.
    static func recovered(_ world: World, _ release: Release) -> [String] {
        var program = LinearProgram(unknowns: world.conferences * unknownCount)
        let all = Array(0..<world.conferences)
        for (place, wave) in Wave.allCases.enumerated() {
            let rows = release.response.filter { $0.wave == wave }
            let parts = all.map { (part: [$0], breakdown: Breakdown.conference(ConferenceID("c\($0)"))) }
            for (part, breakdown) in [(all, .nation)] + parts {
                let sum = part.flatMap { answered($0, place) }
                guard let row = ResponseFigureTests.row(rows, breakdown) else {
                    program.know(sum, is: 0)
                    continue
                }
                if let count = row.counts.answered.shown { program.know(sum, is: Double(count)) }
            }
        }
        for change in release.change {
            let pair = waves(change.wavePair)
            let part: [Int] =
                if case .conference(let id) = change.breakdown { all.filter { id == ConferenceID("c\($0)") } } else {
                    all
                }
            let both = part.flatMap { having($0, pair) }
            if let pairs = change.pairs.shown { program.know(both, is: Double(pairs)) }
            for (count, wave) in [(change.firstOnly, pair[0]), (change.secondOnly, pair[1])] {
                guard let count = count?.shown else { continue }
                program.know(part.flatMap { having($0, wave) }.filter { !both.contains($0) }, is: Double(count))
            }
        }
        var found: [String] = []
        for conference in all {
            for pair in WavePair.allCases.map(waves) {
                let both = having(conference, pair)
                let pairs = world.count(conference) { $0[pair[0]] == .value && $0[pair[1]] == .value }
                var cells = [(name: "pairs", count: pairs, sum: both)]
                for wave in pair {
                    cells.append(
                        (
                            "answered \(wave) and no pair",
                            world.count(conference) { $0[wave] != .none } - pairs,
                            answered(conference, wave).filter { !both.contains($0) }
                        ))
                }
                for cell in cells where cell.count > 0 && cell.count < 5 {
                    let width = program.width(of: cell.sum)
                    if width < 5 - 1e-6 { found.append("c\(conference) \(pair) \(cell.name): \(cell.count)") }
                }
            }
        }
        for wave in 0..<3 {
            let empty = all.map { conference in world.count(conference) { $0[wave] == .empty } }.reduce(0, +)
            let sum = all.map { $0 * unknownCount + 7 + wave }
            for other in 0..<3 where other != wave {
                let once = all.map { conference in
                    world.count(conference) { $0[wave] == .value && $0[other] != .value }
                }.reduce(0, +)
                let alone = all.flatMap { conference in
                    having(conference, wave).filter { !Self.having(conference, other).contains($0) }
                }
                if once > 0, once < 5, program.width(of: alone) < 5 - 1e-6 {
                    found.append("in \(wave) and not in \(other): \(once)")
                }
            }
            if empty > 0, empty < 5, program.width(of: sum) < 5 - 1e-6 { found.append("no value in \(wave): \(empty)") }
        }
        return found
    }

    @Test("E2: no small count can be worked out from response and the three pairs of waves", arguments: UInt64(1)...200)
    func attack(seed: UInt64) throws {
        let world = World(seed: seed)
        let release = try world.release(isLinked: true)
        let found = Self.recovered(world, release)
        #expect(found.isEmpty, "seed \(seed): \(found)")
    }

    @Test("E2: the attack finds small counts where the tables are not protected against each other")
    func control() throws {
        let found = try (UInt64(1)...20).flatMap { seed in
            let world = World(seed: seed)
            return Self.recovered(world, try world.release(isLinked: false))
        }
        #expect(found.count >= 10)
    }
}
