import Chronology
import Indicators
import Registers
import Surveying
import Testing

/// Promise E2 for change: an outsider who adds and subtracts the published figures of one item, and holds the table of
/// response beside them.
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
        /// Answered the survey without any value.
        var answeredFirst: [Int] { pairs + firstOnly + [base + 6] }
        var answeredSecond: [Int] { pairs + secondOnly + [base + 7] }
        var restFirst: [Int] { firstOnly + [base + 6] }
        var restSecond: [Int] { secondOnly + [base + 7] }
        static let count = 8
    }

    static func know(_ change: ItemChange, _ unknowns: [Unknowns], _ program: inout LinearProgram) {
        func all(_ path: (Unknowns) -> [Int]) -> [Int] { unknowns.flatMap(path) }
        if let pairs = change.pairs.shown { program.know(all(\.pairs), is: Double(pairs)) }
        if let count = change.firstOnly?.shown { program.know(all(\.firstOnly), is: Double(count)) }
        if let count = change.secondOnly?.shown { program.know(all(\.secondOnly), is: Double(count)) }
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

    static func know(_ response: [ResponseFigure], _ unknowns: [Unknowns], _ program: inout LinearProgram) {
        for figure in response {
            guard let answered = figure.counts.answered.shown, figure.wave != .threeMonths else { continue }
            let path = figure.wave == .before ? \Unknowns.answeredFirst : \.answeredSecond
            switch figure.breakdown {
            case .nation: program.know(unknowns.flatMap { $0[keyPath: path] }, is: Double(answered))
            case .conference(let id):
                guard let place = Int(id.rawValue.dropFirst()), unknowns.indices.contains(place) else { continue }
                program.know(unknowns[place][keyPath: path], is: Double(answered))
            case .organisationType: break
            }
        }
    }

    @Test("E2: no withheld count of pairs or directions can be worked out to within five", arguments: UInt64(1)...150)
    func attack(seed: UInt64) throws {
        var random = Random(seed: seed)
        let conferences = Int.random(in: 1...6, using: &random)
        var answers = Answers(try Layouts.beforeAfter())
        // The truth, by item and conference: higher, same, lower, first only, second only; rights among the pairs.
        var truth: [String: [[Int]]] = [:]
        var responses = Responses()
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
                    // One of the items stands for the survey: who has no value in it may have answered all the same.
                    if item == "P04" {
                        let others = (0..<2).map { _ in Int.random(in: 0...9, using: &random) == 0 }
                        responses.add(
                            first: first != nil || others[0], second: second != nil || others[1], conference,
                            organisation)
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
        let release = responses.release([LayoutTables(layout: answers.layout, clusters: answers.clusters)])
        for (item, counts) in truth {
            let changes = item == "P04" ? release.change : answers.changes()
            let unknowns = (0..<conferences).map { Unknowns(base: $0 * Unknowns.count) }
            var program = LinearProgram(unknowns: conferences * Unknowns.count)
            if let nation = changes.figure(item) { Self.know(nation, unknowns, &program) }
            if item == "P04" { Self.know(release.response, unknowns, &program) }
            let rows = (0..<conferences).map { changes.figure(item, .conference(ConferenceID("c\($0)"))) }
            for (row, unknown) in zip(rows, unknowns) {
                // A conference that is not there has nobody.
                if let row {
                    Self.know(row, [unknown], &program)
                } else {
                    program.know(unknown.pairs, is: 0)
                    program.know(unknown.firstOnly, is: 0)
                    program.know(unknown.secondOnly, is: 0)
                }
            }
            for (index, row) in rows.enumerated() {
                guard let row else { continue }
                let (mine, unknown) = (counts[index], unknowns[index])
                let pairs = mine[0] + mine[1] + mine[2]
                var cells: [(count: Int, sum: [Int], isWithheld: Bool)] = [
                    (pairs, unknown.pairs, row.pairs.isPrimary && pairs < 5)
                ]
                if item == "P04" {
                    let answered = responses.answered(index)
                    let rests = [answered.first - pairs, answered.second - pairs]
                    cells += [
                        (rests[0], unknown.restFirst, rests[0] < 5), (rests[1], unknown.restSecond, rests[1] < 5),
                    ]
                }
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

/// Who answered the two surveys, by conference and organisation.
struct Responses {
    private var people: [Int: [String: (first: Int, second: Int, both: Int)]] = [:]

    mutating func add(first: Bool, second: Bool, _ conference: Int, _ organisation: String) {
        var counts = people[conference]?[organisation] ?? (0, 0, 0)
        counts.first += first ? 1 : 0
        counts.second += second ? 1 : 0
        counts.both += first && second ? 1 : 0
        people[conference, default: [:]][organisation] = counts
    }

    func answered(_ conference: Int) -> (first: Int, second: Int) {
        let all = (people[conference] ?? [:]).values
        return (all.reduce(0) { $0 + $1.first }, all.reduce(0) { $0 + $1.second })
    }

    /// As published, with two silent people at each organisation.
    func release(_ tables: [LayoutTables]) -> Release {
        var input = ReleaseInput()
        input.tables = tables
        for (conference, organisations) in people {
            for (organisation, counts) in organisations {
                for (wave, answered) in [(Wave.before, counts.first), (.after, counts.second)] {
                    input.outcomes.append(
                        ResponseFigureTests.tally(
                            "c\(conference)", "kommun", organisation, reachable: answered + 2, complete: answered,
                            paired: wave == .after ? counts.both : 0, wave: wave))
                }
            }
        }
        return Release(id: "r", cutAt: Timestamp(microseconds: 0), isSimulated: true, input: input)
    }
}
