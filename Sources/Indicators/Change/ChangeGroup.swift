import Registers
import Statistics
import Surveying

/// The pairs of one item in one row of the table of changes: the nation or a conference.
struct ChangeGroup: Sendable {
    var counts = PairCounts()
    /// Of the interval: conferences for the nation, organisations for one conference.
    private(set) var clusters: [String: PairCounts] = [:]
    /// People without an organisation, each a cluster of their own.
    private(set) var unclustered = PairCounts()
    private var organisations: [Column: Set<OrganisationKey>] = [:]

    /// The counts that add up to the nation's.
    enum Column: Sendable, CaseIterable {
        case pairs, firstOnly, secondOnly
    }

    /// - Parameter cluster: `nil` for people who are clusters of their own.
    mutating func add(_ counts: PairCounts, organisation: OrganisationKey?, cluster: String?) {
        self.counts += counts
        if let cluster { clusters[cluster, default: PairCounts()] += counts } else { unclustered += counts }
        guard let organisation else { return }
        for column in Column.allCases where ChangeGroup.count(column, of: counts) > 0 {
            organisations[column, default: []].insert(organisation)
        }
    }

    subscript(column: Column) -> Int { ChangeGroup.count(column, of: counts) }

    func reason(_ column: Column, _ rules: DisclosureRules) -> Withheld? {
        rules.reason(people: self[column], organisations: organisations[column]?.count ?? 0)
    }

    func partsReason(isKnowledge: Bool, _ rules: DisclosureRules) -> Withheld? {
        rules.reason(
            pairs: counts.pairs, organisations: organisations[.pairs]?.count ?? 0,
            partitions: partitions(isKnowledge: isKnowledge))
    }

    /// The ways in which the figures divide the pairs: by direction, or by right and wrong in each wave.
    func partitions(isKnowledge: Bool) -> [[Int]] {
        isKnowledge
            ? [
                [counts.rightFirst, counts.pairs - counts.rightFirst],
                [counts.rightSecond, counts.pairs - counts.rightSecond],
            ]
            : [[counts.higher, counts.same, counts.lower]]
    }

    /// Clusters with at least one pair.
    var clusterSums: [ClusterSum] {
        clusters.values.map(\.clusterSum).filter { $0.count > 0 } + unclustered.singletons
    }

    private static func count(_ column: Column, of counts: PairCounts) -> Int {
        switch column {
        case .pairs: counts.pairs
        case .firstOnly: counts.firstOnly
        case .secondOnly: counts.secondOnly
        }
    }
}
