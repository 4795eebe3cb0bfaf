import Indicators
import Registers
import Surveying
import Testing

/// Promise E2 for response: an outsider who knows every published count, that counts are not below zero, and how
/// rows add up, crosses conferences with organisation types.
@Suite struct ResponseAttackTests {
    @Test("E2: no withheld count of response can be worked out to within five", arguments: UInt64(1)...150)
    func attack(seed: UInt64) throws {
        var random = Random(seed: seed)
        let conferences = Int.random(in: 1...5, using: &random)
        let types = Int.random(in: 1...4, using: &random)
        var tallies: [OutcomeTally] = []
        for conference in 0..<conferences {
            for type in 0..<types {
                for organisation in 0..<Int.random(in: 0...5, using: &random) {
                    let reachable = Int.random(in: 0...(type == 0 ? 12 : 3), using: &random)
                    tallies.append(
                        ResponseFigureTests.tally(
                            "c\(conference)", "t\(type)", "o\(type) \(organisation)", reachable: reachable,
                            complete: Int.random(in: 0...reachable, using: &random), wave: .after))
                }
            }
        }
        let figures = ResponseFigure.figures(of: tallies)

        // Unknowns: answered and silent of each conference and type.
        func unknown(_ conference: Int, _ type: Int, _ part: Int) -> Int { (conference * types + type) * 2 + part }
        func sums(_ breakdown: Breakdown) -> [[Int]] {
            (0...1).map { part in
                (0..<conferences).flatMap { conference in
                    (0..<types).filter { type in
                        switch breakdown {
                        case .nation: true
                        case .conference(let id): id == ConferenceID("c\(conference)")
                        case .organisationType(let id): id == OrganisationTypeID("t\(type)")
                        }
                    }.map { unknown(conference, $0, part) }
                }
            }
        }
        var program = LinearProgram(unknowns: conferences * types * 2)
        let rows =
            (0..<conferences).map { Breakdown.conference(ConferenceID("c\($0)")) }
            + (0..<types).map { Breakdown.organisationType(OrganisationTypeID("t\($0)")) }
        for breakdown in [.nation] + rows {
            let sums = sums(breakdown)
            guard let figure = figures.first(where: { $0.breakdown == breakdown }) else {
                program.know(sums.flatMap { $0 }, is: 0)
                continue
            }
            guard let reachable = figure.counts.reachable.shown, let answered = figure.counts.answered.shown else {
                continue
            }
            program.know(sums[0], is: Double(answered))
            program.know(sums[1], is: Double(reachable - answered))
        }
        for breakdown in rows {
            guard let figure = figures.first(where: { $0.breakdown == breakdown }), figure.rate.isPrimary else {
                continue
            }
            let mine = tallies.filter { tally in
                switch breakdown {
                case .nation: true
                case .conference(let id): tally.conference == id
                case .organisationType(let id): tally.organisationType == id
                }
            }
            let parts: [(name: String, sum: [Int], of: (ResponseCounts) -> Int)] = [
                ("answered", sums(breakdown)[0], { $0.answered }),
                ("silent", sums(breakdown)[1], { $0.reachable - $0.answered }),
                ("reachable", sums(breakdown).flatMap { $0 }, { $0.reachable }),
            ]
            for part in parts {
                let people = mine.reduce(0) { $0 + part.of($1.counts) }
                let organisations = Set(mine.filter { part.of($0.counts) > 0 }.map(\.organisation)).count
                guard people > 0, people < 5 || organisations < 3 else { continue }
                let width = program.width(of: part.sum)
                #expect(
                    width >= 5 - 1e-6, "seed \(seed), \(breakdown) \(part.name): \(people) known to within \(width)")
            }
        }
    }
}
