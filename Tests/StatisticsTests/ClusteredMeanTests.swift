import Statistics
import Testing

@Suite struct ClusteredMeanTests {
    static let cases = ["cr2_seventeen", "cr2_equal", "cr2_dominated", "cr2_singletons", "cr2_scores"]

    static func sums(_ golden: GoldenCase) throws -> [ClusterSum] {
        let columns = try #require(golden.input.columns)
        let (clusters, values) = try (#require(columns["cluster"]), #require(columns["y"]))
        var sums: [Int64: ClusterSum] = [:]
        for (cluster, value) in zip(clusters, values) {
            sums[cluster, default: ClusterSum(count: 0, sum: 0)].count += 1
            sums[cluster, default: ClusterSum(count: 0, sum: 0)].sum += value
        }
        return Array(sums.values)
    }

    @Test("the closed form of CR2 and Satterthwaite agrees with clubSandwich's matrices", arguments: cases)
    func reference(id: String) throws {
        let golden = try GoldenCase.load(id)
        let mean = try #require(ClusteredMean.estimate(try Self.sums(golden)).value)
        try golden.expect("mean", mean.mean)
        try golden.expect("cr2_se", mean.standardError)
        try golden.expect("cr2_df", mean.degreesOfFreedom)
        if mean.degreesOfFreedom < 3 {
            #expect(mean.interval(level: .ninetyFive).reason == .fewerDegreesOfFreedom(needed: 3))
            #expect(mean.p.reason == .fewerDegreesOfFreedom(needed: 3))
        } else {
            try golden.expect("cr2_p", mean.p)
            try golden.expect("cr2_ci95_low", mean.interval(level: .ninetyFive).map(\.low))
            try golden.expect("cr2_ci95_high", mean.interval(level: .ninetyFive).map(\.high))
            try golden.expect("cr2_ci99_low", mean.interval(level: .ninetyNine).map(\.low))
            try golden.expect("cr2_ci99_high", mean.interval(level: .ninetyNine).map(\.high))
        }
    }

    @Test("the order of the clusters and empty clusters do not change a bit", arguments: cases)
    func orderDoesNotMatter(id: String) throws {
        let sums = try Self.sums(try GoldenCase.load(id))
        let estimate = ClusteredMean.estimate(sums)
        var random = Random(seed: 20_160_401)
        for _ in 0..<20 {
            let shuffled = (sums + [ClusterSum(count: 0, sum: 0)]).shuffled(using: &random)
            #expect(ClusteredMean.estimate(shuffled) == estimate)
        }
    }

    @Test("clusters of one person give the ordinary standard error and n − 1 degrees of freedom")
    func singletons() throws {
        // 1, 1, 0, −1, 1: mean .4, sum of squares 3.2, s² = .8, s²/n = .16.
        let sums: [Int64] = [1, 1, 0, -1, 1]
        let mean = try #require(ClusteredMean.estimate(sums.map { ClusterSum(count: 1, sum: $0) }).value)
        #expect((mean.standardError - 0.4).magnitude < 1e-15)
        #expect((mean.degreesOfFreedom - 4).magnitude < 1e-12)
    }

    @Test("too few clusters, and clusters that do not differ, are undefined with their reason")
    func undefined() {
        #expect(ClusteredMean.estimate([]).reason == .noObservations)
        #expect(ClusteredMean.estimate([ClusterSum(count: 0, sum: 0)]).reason == .noObservations)
        #expect(ClusteredMean.estimate([ClusterSum(count: 9, sum: 2)]).reason == .fewerClusters(needed: 2))
        let three = [ClusterSum(count: 9, sum: 2), ClusterSum(count: 8, sum: 5), ClusterSum(count: 7, sum: 1)]
        #expect(
            ClusteredMean.estimate(three).flatMap { $0.interval(level: .ninetyFive) }.reason
                == .fewerClusters(needed: 4))
        let alike = [ClusterSum](repeating: ClusterSum(count: 4, sum: 2), count: 6)
        #expect(ClusteredMean.estimate(alike).flatMap { $0.interval(level: .ninetyFive) }.reason == .noVariation)
        let thirds = (1...6).map { ClusterSum(count: 3 * $0, sum: $0) }
        #expect(ClusteredMean.estimate(thirds).flatMap(\.p).reason == .noVariation)
        let huge = [ClusterSum](repeating: ClusterSum(count: .max / 2, sum: 1), count: 5)
        #expect(ClusteredMean.estimate(huge).reason == .outOfRange)
    }
}
