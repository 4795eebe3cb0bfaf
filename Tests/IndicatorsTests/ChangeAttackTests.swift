import Indicators
import Registers
import Surveying
import Testing

/// Promise E2 for change: an outsider who adds and subtracts the published figures of one item.
@Suite struct ChangeAttackTests {
    /// What an outsider solves for at one conference.
    struct Unknowns {
        /// Wrong–wrong, wrong–right, right–wrong, right–right; on a scale same, higher, lower and none.
        let base: Int
        var pairs: [Int] { Array(base..<base + 4) }
        var same: [Int] { [base, base + 3] }
        var higher: [Int] { [base + 1] }
        var lower: [Int] { [base + 2] }
        var rightFirst: [Int] { [base + 2, base + 3] }
        var rightSecond: [Int] { [base + 1, base + 3] }
        var wrongFirst: [Int] { [base, base + 1] }
        var wrongSecond: [Int] { [base, base + 2] }
        var firstOnly: [Int] { [base + 4] }
        var secondOnly: [Int] { [base + 5] }
        static let count = 6
    }

    static func know(_ change: ItemChange, _ unknowns: [Unknowns], _ program: inout LinearProgram) {
        func all(_ path: (Unknowns) -> [Int]) -> [Int] { unknowns.flatMap(path) }
        if let pairs = change.pairs.shown { program.know(all(\.pairs), is: Double(pairs)) }
        if let count = change.firstOnly.shown { program.know(all(\.firstOnly), is: Double(count)) }
        if let count = change.secondOnly.shown { program.know(all(\.secondOnly), is: Double(count)) }
        if let directions = change.directions?.shown {
            program.know(all(\.higher), is: Double(directions.higher))
            program.know(all(\.same), is: Double(directions.same))
            program.know(all(\.lower), is: Double(directions.lower))
        }
        if let pairs = change.pairs.shown, let first = change.shares?.first.shown,
            let second = change.shares?.second.shown
        {
            program.know(all(\.rightFirst), is: (first * Double(pairs)).rounded())
            program.know(all(\.rightSecond), is: (second * Double(pairs)).rounded())
        }
    }

    @Test("E2: no withheld count of pairs or directions can be worked out to within five", arguments: UInt64(1)...150)
    func attack(seed: UInt64) throws {
        var random = Random(seed: seed)
        let conferences = Int.random(in: 1...6, using: &random)
        var answers = Answers(try Layouts.beforeAfter())
        // The truth, by item and conference: higher, same, lower, first only, second only; rights among the pairs.
        var truth: [String: [[Int]]] = [:]
        for item in ["P04", "K1"] {
            for conference in 0..<conferences {
                var counts = [0, 0, 0, 0, 0, 0, 0]
                let people = Int.random(in: 0...70, using: &random)
                let organisations = Int.random(in: 1...12, using: &random)
                let bias = Int.random(in: 0...8, using: &random)
                for _ in 0..<people {
                    let organisation = "o\(Int.random(in: 1...organisations, using: &random))"
                    let draw = Int.random(in: 0...9, using: &random)
                    let (first, second): (Int?, Int?) =
                        switch draw {
                        case 0: (1, nil)
                        case 1: (nil, 1)
                        case _ where draw <= bias: (0, 1)
                        default: (Int.random(in: 0...1, using: &random), Int.random(in: 0...1, using: &random))
                        }
                    answers.add(item, first, second, at: "c\(conference)", from: organisation)
                    if let first, let second {
                        counts[second > first ? 0 : second == first ? 1 : 2] += 1
                        counts[5] += first
                        counts[6] += second
                    } else {
                        counts[first == nil ? 4 : 3] += 1
                    }
                }
                truth[item, default: []].append(counts)
            }
        }
        let changes = answers.changes()
        for (item, counts) in truth {
            let unknowns = (0..<conferences).map { Unknowns(base: $0 * Unknowns.count) }
            var program = LinearProgram(unknowns: conferences * Unknowns.count)
            if let nation = changes.figure(item) { Self.know(nation, unknowns, &program) }
            let rows = (0..<conferences).map { changes.figure(item, .conference(ConferenceID("c\($0)"))) }
            for (row, unknown) in zip(rows, unknowns) {
                // A conference that is not there has nobody.
                if let row {
                    Self.know(row, [unknown], &program)
                } else {
                    program.know(unknown.pairs + unknown.firstOnly + unknown.secondOnly, is: 0)
                }
            }
            for (index, row) in rows.enumerated() {
                guard let row else { continue }
                let (mine, unknown) = (counts[index], unknowns[index])
                let pairs = mine[0] + mine[1] + mine[2]
                var cells: [(count: Int, sum: [Int], isWithheld: Bool)] = [
                    (pairs, unknown.pairs, row.pairs.isPrimary), (mine[3], unknown.firstOnly, row.firstOnly.isPrimary),
                    (mine[4], unknown.secondOnly, row.secondOnly.isPrimary),
                ]
                if let directions = row.directions {
                    cells += [
                        (mine[0], unknown.higher, directions.isPrimary), (mine[1], unknown.same, directions.isPrimary),
                        (mine[2], unknown.lower, directions.isPrimary),
                    ]
                }
                if let shares = row.shares {
                    cells += [
                        (mine[5], unknown.rightFirst, shares.first.isPrimary),
                        (pairs - mine[5], unknown.wrongFirst, shares.first.isPrimary),
                        (mine[6], unknown.rightSecond, shares.second.isPrimary),
                        (pairs - mine[6], unknown.wrongSecond, shares.second.isPrimary),
                    ]
                }
                for cell in cells where cell.isWithheld && cell.count > 0 {
                    let width = program.width(of: cell.sum)
                    #expect(
                        width >= 5 - 1e-6, "seed \(seed), \(item) at c\(index): \(cell.count) known to within \(width)")
                }
            }
        }
    }
}

extension Shown {
    /// Withheld for its own sake, rather than to protect another figure.
    var isPrimary: Bool {
        if case .withheld(let reason) = self { reason != .complementary } else { false }
    }
}
