import Statistics
import Testing

/// References: scipy 1.17.1, `stats.t.isf`, `stats.t.sf`, `stats.norm.isf`, `stats.binom`, `stats.chi2.sf`.
@Suite struct DistributionTests {
    @Test(
        "Student's quantile agrees with scipy for whole and fractional degrees of freedom",
        arguments: [
            (1, 0.025, 12.706204736174705), (2.37, 0.005, 7.680186673810437), (3, 0.025, 3.1824463052837086),
            (7.91, 0.025, 2.3105791556756516), (15.4, 0.005, 2.9358876829223073), (16, 0.005, 2.9207816224251006),
            (120.5, 0.025, 1.979846734639365), (7476, 0.025, 1.960281353295714),
            (1e6, 0.005, 2.5758342201053344), (0.7, 0.025, 36.611415031588706),
        ] as [(Double, Double, Double)])
    func studentQuantile(degreesOfFreedom: Double, tail: Double, reference: Double) throws {
        let distribution = try #require(StudentT(degreesOfFreedom: degreesOfFreedom))
        let quantile = try #require(distribution.upperQuantile(tail))
        #expect((quantile / reference - 1).magnitude < 1e-11)
        #expect(distribution.upperQuantile(1 - tail).map { ($0 + quantile).magnitude < 1e-10 * quantile } == true)
    }

    @Test(
        "Student's two-sided p keeps relative precision far out",
        arguments: [
            (3.2, 8.1, 0.0030921702897989223), (9, 4.06212768338204, 0.0028328901973842554),
            (12.5, 0.3, 0.7691077439685347), (2.5, 1e6, 1.4386794381628473e-15),
            (1e5, 5, 5.742701678641679e-07), (40, 30, 4.8509076605902047e-29),
        ] as [(Double, Double, Double)])
    func studentTail(degreesOfFreedom: Double, t: Double, reference: Double) throws {
        let distribution = try #require(StudentT(degreesOfFreedom: degreesOfFreedom))
        #expect((distribution.twoSided(t) / reference - 1).magnitude < 1e-10)
        #expect((distribution.cumulative(t) - (1 - reference / 2)).magnitude < 1e-12)
    }

    @Test(
        "the normal quantile agrees with scipy",
        arguments: [
            (0.025, 1.9599639845400545), (0.005, 2.575829303548901), (0.05, 1.6448536269514729),
            (1e-10, 6.361340902404056),
        ])
    func normalQuantile(tail: Double, reference: Double) throws {
        #expect((try #require(NormalDistribution.upperQuantile(tail)) - reference).magnitude < 1e-12)
    }

    @Test(
        "the fair binomial agrees with scipy up to a million coins",
        arguments: [
            (0, 1, 0.5, 0.5), (3, 10, 0.171875, 0.1171875),
            (86, 236, 1.8579680697856933e-05, 8.225466219559586e-06),
            (480, 1000, 0.10872414660207075, 0.011340982371187717),
            (499_000, 1_000_000, 0.0228041499326948, 0.00010798197801891438), (50, 50, 1, 8.881784197001252e-16),
        ] as [(Int64, Int64, Double, Double)])
    func binomial(k: Int64, trials: Int64, cumulative: Double, probability: Double) throws {
        let distribution = try #require(FairBinomial(trials: trials))
        #expect((distribution.cumulative(k) / cumulative - 1).magnitude < 1e-9)
        #expect((distribution.probability(k) / probability - 1).magnitude < 1e-9)
    }

    @Test(
        "the χ² tail agrees with scipy",
        arguments: [
            (3.84, 1, 0.05004352124870519), (19.1, 6, 0.00399803992278542), (0.5, 3, 0.9188914116546758),
            (200, 10, 1.6139305336977317e-37), (1e-5, 2, 0.9999950000125),
        ] as [(Double, Int, Double)])
    func chiSquared(x: Double, degreesOfFreedom: Int, reference: Double) throws {
        let p = try #require(ChiSquared.upperTail(x, degreesOfFreedom: degreesOfFreedom))
        #expect((p / reference - 1).magnitude < 1e-10)
    }

    @Test("arguments outside a distribution give nothing, not a trap or a not-a-number")
    func outside() {
        for degreesOfFreedom in [0, -1, .nan, .infinity] {
            #expect(StudentT(degreesOfFreedom: degreesOfFreedom) == nil)
        }
        #expect(FairBinomial(trials: -1) == nil)
        #expect(ChiSquared.upperTail(1, degreesOfFreedom: 0) == nil)
        for tail in [0, 1, -0.5, 2, .nan] {
            #expect(NormalDistribution.upperQuantile(tail) == nil)
            #expect(StudentT(degreesOfFreedom: 4)?.upperQuantile(tail) == .some(nil))
        }
    }
}
