import Indicators
import Registers
import Surveying
import Testing

@Suite struct ItemChangeTests {
    /// The pairs of a fixture: `cluster` and `y`, the sign of the change.
    static func records(_ id: String) throws -> [(cluster: Int, sign: Int)] {
        let columns = try #require(try GoldenFile.load(id).input.columns)
        return Array(zip(try #require(columns["cluster"]), try #require(columns["y"]))).map { ($0, $1) }
    }

    static func outwards(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
        ((low * 100).rounded(.down) / 100, (high * 100).rounded(.up) / 100)
    }

    @Test("the nation's interval is clubSandwich's with conferences as clusters, at 99 % for declared items")
    func nation() throws {
        let golden = try GoldenFile.load("cr2_seventeen")
        var answers = Answers(try Layouts.beforeAfter())
        for (index, record) in try Self.records("cr2_seventeen").enumerated() {
            for item in ["P01", "P04"] {
                answers.add(item, sign: record.sign, at: "c\(record.cluster)", from: "o\(index % 5)")
            }
        }
        let changes = answers.changes()
        for (item, level, name) in [("P01", 0.99, "cr2_ci99"), ("P04", 0.95, "cr2_ci95")] {
            let change = try #require(changes.figure(item))
            let estimate = try #require(change.estimate.shown)
            #expect((estimate.value - (try golden.reference("mean"))).magnitude < 1e-12)
            let interval = try #require(estimate.interval.shown)
            let expected = Self.outwards(try golden.reference("\(name)_low"), try golden.reference("\(name)_high"))
            #expect(interval.low == expected.low)
            #expect(interval.high == expected.high)
            #expect(interval.level == level)
            #expect(interval.method == "CR2, Satterthwaite")
            #expect(change.clusters == .value(17))
        }
    }

    @Test("at one conference organisations are the clusters, and people without one are clusters of their own")
    func conference() throws {
        let golden = try GoldenFile.load("cr2_singletons")
        let records = try Self.records("cr2_singletons")
        let sizes = Dictionary(grouping: records, by: \.cluster).mapValues(\.count)
        for withoutOrganisation in [false, true] {
            var answers = Answers(try Layouts.beforeAfter())
            for record in records {
                let isAlone = withoutOrganisation && sizes[record.cluster] == 1
                answers.add("P04", sign: record.sign, at: "c1", from: isAlone ? nil : "o\(record.cluster)")
            }
            let change = try #require(answers.changes().figure("P04", .conference(ConferenceID("c1"))))
            let interval = try #require(change.estimate.shown?.interval.shown)
            let expected = Self.outwards(
                try golden.reference("cr2_ci95_low"), try golden.reference("cr2_ci95_high"))
            #expect(interval.low == expected.low)
            #expect(interval.high == expected.high)
            #expect(change.clusters == .value(sizes.count))
        }
    }

    @Test("where each organisation has one pair the interval is Tango's")
    func tango() throws {
        let golden = try GoldenFile.load("tango_edges")
        var answers = Answers(try Layouts.beforeAfter())
        // Case 1 of the fixture: 40 higher, 30 the same, 10 lower.
        for index in 0..<80 {
            answers.add("P04", sign: index < 40 ? 1 : index < 70 ? 0 : -1, at: "c1", from: "o\(index)")
        }
        let change = try #require(answers.changes().figure("P04", .conference(ConferenceID("c1"))))
        #expect(change.directions == .value(Directions(higher: 40, same: 30, lower: 10)))
        let interval = try #require(change.estimate.shown?.interval.shown)
        #expect(interval.method == "Tango")
        let expected = Self.outwards(
            try golden.reference("tango95_low[1]"), try golden.reference("tango95_high[1]"))
        #expect(interval.low == expected.low)
        #expect(interval.high == expected.high)
    }

    /// Four organisations with two higher, two the same and two lower each: people differ, groups do not.
    @Test("where no group differs from another the interval is undefined for that reason")
    func groupsAlike() throws {
        var answers = Answers(try Layouts.beforeAfter())
        for organisation in 1...4 {
            for sign in [1, 1, 0, 0, -1, -1] { answers.add("P04", sign: sign, at: "c1", from: "o\(organisation)") }
        }
        let change = try #require(answers.changes().figure("P04", .conference(ConferenceID("c1"))))
        #expect(change.estimate.shown?.interval == .undefined(.groupsAlike))
    }

    @Test("three months after is a declared family of its own, at 99 %", arguments: WavePair.allCases)
    func families(pair: WavePair) throws {
        var answers = Answers(try Layouts.layout(pair))
        for person in 0..<60 {
            for item in ["P01", "P04"] {
                answers.add(item, sign: (person / 7) % 3 - 1, at: "c\(person % 5)", from: "o\(person % 7)")
            }
        }
        let levels = ["P01", "P04"].map { answers.changes().figure($0)?.estimate.shown?.interval.shown?.level }
        #expect(levels == [pair.first == .before ? 0.99 : 0.95, 0.95])
    }

    @Test("with three conferences the nation has a difference and no interval, and says why")
    func fewClusters() throws {
        var answers = Answers(try Layouts.beforeAfter())
        for conference in ["c1", "c2", "c3"] {
            for index in 0..<30 {
                answers.add("P04", sign: index % 3 - 1, at: conference, from: "o\(index % 6)")
            }
        }
        let change = try #require(answers.changes().figure("P04"))
        #expect(change.estimate.shown?.value == 0)
        #expect(change.estimate.shown?.interval == .undefined(.fewerThanFourClusters))
    }

    @Test("*vet ej* counts as wrong on knowledge and as no value on a scale; *ej aktuellt* and no answer as none")
    func states() throws {
        var answers = Answers(try Layouts.beforeAfter())
        // K1: 0 mv, 1 af (right), 2 sk, 3 vet ej, 4 ej aktuellt. P04: 5 vet ej, 6 ej aktuellt.
        for (organisation, offset) in [("a", 0), ("b", 1), ("c", 2), ("d", 3)] {
            let times = Int64(3 + offset % 2)
            answers.add("K1", 3, 1, at: "c1", from: organisation, times: times)
            answers.add("K1", 0, 2, at: "c1", from: organisation, times: times)
            answers.add("K1", 1, 1, at: "c1", from: organisation, times: 2)
            answers.add("K1", 1, 3, at: "c1", from: organisation, times: 2)
            answers.add("K1", 1, 4, at: "c1", from: organisation, times: 2)
            answers.add("K1", nil, 3, at: "c1", from: organisation, times: 3)
            answers.add("P04", 5, 2, at: "c1", from: organisation, times: 2)
            answers.add("P04", 2, 6, at: "c1", from: organisation, times: 3)
        }
        let changes = answers.changes()
        let knowledge = try #require(changes.figure("K1", .conference(ConferenceID("c1"))))
        // 14 vet ej → right, 14 wrong → wrong, 8 right → right, 8 right → vet ej: 44 pairs.
        #expect(knowledge.pairs == .value(44))
        #expect(knowledge.firstOnly == nil && knowledge.secondOnly == nil)
        #expect(changes.figure("K1")?.firstOnly == .value(8))
        #expect(changes.figure("K1")?.secondOnly == .value(12))
        #expect(knowledge.shares?.first == .value(16.0 / 44))
        #expect(knowledge.shares?.second == .value(22.0 / 44))
        #expect(knowledge.estimate.shown?.value == 6.0 / 44)
        let scale = try #require(changes.figure("P04"))
        #expect(scale.pairs == .value(0))
        #expect(scale.directions == .undefined(.noPairs))
        #expect(scale.firstOnly == .value(12))
        #expect(scale.secondOnly == .value(8))
    }

    @Test("the order and the splitting of tables do not change a bit")
    func order() throws {
        let seed: UInt64 = 290
        var random = Random(seed: seed)
        let layout = try Layouts.beforeAfter()
        var answers = Answers(layout)
        for _ in 0..<600 {
            for item in ["P01", "P04", "K1"] {
                let levels = item == "K1" ? 5 : 7
                answers.add(
                    item, Int.random(in: 0..<levels, using: &random), Int.random(in: 0..<levels, using: &random),
                    at: "c\(Int.random(in: 1...6, using: &random))",
                    from: Bool.random(using: &random) ? "o\(Int.random(in: 1...9, using: &random))" : nil)
            }
        }
        let reference = answers.changes()
        #expect(reference.count == 21)
        for _ in 0..<10 {
            let clusters = answers.clusters.shuffled(using: &random)
            let cut = Int.random(in: 0...clusters.count, using: &random)
            let parts = [clusters[..<cut], clusters[cut...]].map {
                LayoutTables(layout: layout, clusters: Array($0))
            }
            #expect(ItemChange.changes(in: parts) == reference, "seed \(seed)")
        }
    }

    @Test("nothing, empty tables and a single pair give no figure or a reason, never a trap")
    func empty() throws {
        let layout = try Layouts.beforeAfter()
        #expect(ItemChange.changes(in: []).isEmpty)
        #expect(Answers(layout).changes().isEmpty)
        var one = Answers(layout)
        one.add("P01", sign: 1, at: "c1", from: nil)
        for change in one.changes() {
            #expect(change.pairs == .withheld(.tooFewPeople))
            #expect(change.clusters == .withheld(.tooFewPeople))
            #expect(change.estimate == .withheld(.tooFewPeople))
        }
        var damaged = Answers(layout)
        damaged.add("P01", sign: 1, at: "c1", from: "a", times: .max)
        damaged.add("P01", sign: 0, at: "c1", from: "b", times: .max)
        damaged.add("P01", sign: -1, at: "c2", from: "c", times: .max)
        #expect(damaged.changes().figure("P01")?.directions?.shown != nil)
    }
}
