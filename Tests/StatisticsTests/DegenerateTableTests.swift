import Statistics
import Testing

/// Every statistic of a paired table, by name.
enum Everything {
    static func estimates(_ table: PairedTable) -> [(name: String, values: Estimate<[Double]>)] {
        let directions = DirectionCounts(table)
        let differences = DifferenceCounts(table)
        let change = MeanChange.estimate(table)
        let zeros = [Int64](repeating: 0, count: table.levelCount)
        let dropped = SignedRank(differences, zeros: .dropped)
        let pratt = SignedRank(differences, zeros: .pratt)
        func single(_ estimate: Estimate<Double>) -> Estimate<[Double]> { estimate.map { [$0] } }
        func ends(_ estimate: Estimate<Interval>) -> Estimate<[Double]> { estimate.map { [$0.low, $0.high] } }
        func test(_ estimate: Estimate<ChiSquaredTest>) -> Estimate<[Double]> { estimate.map { [$0.statistic, $0.p] } }
        return [
            ("d_w", single(NetShareHigher.estimate(directions))),
            ("Tango", ends(RiskDifference.tango(directions, level: .ninetyNine))),
            ("Newcombe", ends(RiskDifference.newcombe(table, level: .ninetyFive))),
            ("sign test", single(SignTest.exact(directions))), ("mid-p", single(SignTest.midP(directions))),
            ("McNemar", test(SignTest.asymptotic(directions))),
            ("mean", change.map { [$0.mean, $0.standardDeviation, $0.standardError] }),
            ("t", single(change.flatMap(\.t))), ("p", single(change.flatMap(\.p))),
            ("t interval", ends(change.flatMap { $0.interval(level: .ninetyFive) })),
            ("d_av", single(StandardisedChange.average(table))),
            ("d_z", single(StandardisedChange.ofDifferences(table))),
            ("g_z", single(StandardisedChange.hedges(table))), ("rank-biserial", single(dropped.rankBiserial)),
            ("Wilcoxon", single(dropped.asymptoticP)), ("Pratt", single(pratt.asymptoticP)),
            ("exact Pratt", single(pratt.exactP)), ("sign flip", single(SignFlip.meanDifference(differences))),
            ("Stuart–Maxwell", test(MarginalHomogeneity.stuartMaxwell(table))),
            ("Bhapkar", test(MarginalHomogeneity.bhapkar(table))),
            ("Bowker", test(MarginalHomogeneity.bowker(table))),
            (
                "Derrick",
                PartiallyOverlapping.estimate(table, beforeOnly: zeros, afterOnly: zeros).map { [$0.t, $0.p] }
            ),
        ]
    }
}

@Suite struct DegenerateTableTests {
    static let tables: [[[Int64]]] = [
        [], [[0]], [[5]], [[0, 0], [0, 0]], [[1, 0], [0, 0]], [[0, 1], [0, 0]], [[2, 0], [0, 3]], [[0, 7], [0, 0]],
        [[0, 0], [7, 0]], [[0, 4], [4, 0]], [[0, 0, 9], [0, 0, 0], [0, 0, 0]], [[3, 0, 0], [0, 0, 0], [0, 0, 4]],
        [[0, 3, 0, 0], [2, 0, 0, 0], [0, 0, 0, 5], [0, 0, 1, 0]], [[.max, 0], [0, 0]],
        [[0, .max / 2], [.max / 2, 1]],
    ]

    @Test("nothing is not-a-number, infinite or a trap on empty and degenerate tables", arguments: tables)
    func neverNaN(counts: [[Int64]]) throws {
        for (name, values) in Everything.estimates(try PairedTable(counts: counts)) {
            for value in values.value ?? [] { #expect(value.isFinite, "\(name) of \(counts) is \(value)") }
        }
    }

    @Test("a support that would not fit in memory is not enumerated")
    func wideSupport() throws {
        let table = try PairedTable(
            scores: [0, 1, 400_000_000], counts: [[0, 1, 0], [0, 0, 0], [1, 0, 0]])
        #expect(SignFlip.meanDifference(DifferenceCounts(table)).reason == .tooLargeForExact)
    }

    @Test("what does not exist says why")
    func reasons() throws {
        let empty = try PairedTable(counts: [[0, 0], [0, 0]])
        let alike = try PairedTable(counts: [[2, 0], [0, 3]])
        let shifted = try PairedTable(counts: [[0, 7], [0, 0]])
        #expect(NetShareHigher.estimate(DirectionCounts(empty)).reason == .noObservations)
        #expect(MeanChange.estimate(empty).reason == .noObservations)
        #expect(MeanChange.estimate(try PairedTable(counts: [[1]])).reason == .fewerThanTwoObservations)
        #expect(SignTest.midP(DirectionCounts(alike)).reason == .noDifferences)
        #expect(MarginalHomogeneity.stuartMaxwell(alike).reason == .noDifferences)
        #expect(StandardisedChange.ofDifferences(shifted).reason == .noVariation)
        #expect(MeanChange.estimate(shifted).flatMap { $0.interval(level: .ninetyFive) }.reason == .noVariation)
        #expect(StandardisedChange.normalisedGain(before: 1, after: 1).reason == .nothingToGain)
        #expect(MarginalHomogeneity.bhapkar(shifted).reason == .noVariation)
    }

    @Test("swapping the waves turns every signed estimate round and leaves every p as it was")
    func antisymmetry() throws {
        let seed: UInt64 = 1953
        var random = Random(seed: seed)
        for _ in 0..<40 {
            let levels = Int.random(in: 2...5, using: &random)
            let counts = (0..<levels).map { _ in (0..<levels).map { _ in Int64.random(in: 0...5, using: &random) } }
            let turned = (0..<levels).map { row in (0..<levels).map { counts[$0][row] } }
            let there = Everything.estimates(try PairedTable(counts: counts))
            let back = Everything.estimates(try PairedTable(counts: turned))
            for ((name, one), (_, other)) in zip(there, back) {
                let (one, other) = (one.value, other.value)
                #expect((one == nil) == (other == nil), "\(name), seed \(seed), \(counts)")
                guard let one, let other else { continue }
                let isInterval = ["Tango", "Newcombe", "t interval"].contains(name)
                let expected = isInterval ? one.reversed().map { -$0 } : one
                for (a, b) in zip(expected, other) {
                    // Of each first number a sign may turn; p-values and χ² may not.
                    let distance = isInterval ? (a - b).magnitude : (a.magnitude - b.magnitude).magnitude
                    #expect(distance < 1e-9, "\(name), seed \(seed), \(counts)")
                }
            }
        }
    }
}
