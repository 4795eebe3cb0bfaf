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
    private var byOrganisation: [OrganisationKey: PairCounts] = [:]

    /// - Parameter cluster: `nil` for people who are clusters of their own.
    mutating func add(_ counts: PairCounts, organisation: OrganisationKey?, cluster: String?) {
        self.counts += counts
        if let cluster { clusters[cluster, default: PairCounts()] += counts } else { unclustered += counts }
        if let organisation { byOrganisation[organisation, default: PairCounts()] += counts }
    }

    /// Why a count of the group is withheld for its own sake.
    func reason(_ count: KeyPath<PairCounts, Int>, _ rules: DisclosureRules) -> Withheld? {
        rules.reason(
            people: counts[keyPath: count],
            organisations: byOrganisation.values.count { $0[keyPath: count] > 0 })
    }

    /// Why what is left of those who answered is withheld, when these of them are taken away.
    ///
    /// - Parameter taken: counts of the same people, none twice.
    func reason(
        leftOf answered: AnsweredPeople.Group, taking taken: [KeyPath<PairCounts, Int>], _ rules: DisclosureRules
    ) -> Withheld? {
        func rest(_ all: Int, _ counts: PairCounts?) -> Int {
            all - taken.reduce(0) { $0 + (counts?[keyPath: $1] ?? 0) }
        }
        let organisations = answered.byOrganisation.count { rest($0.value, byOrganisation[$0.key]) > 0 }
        return rules.reason(people: rest(answered.people, counts), organisations: organisations)
    }

    func partsReason(isKnowledge: Bool, _ rules: DisclosureRules) -> Withheld? {
        rules.reason(
            pairs: counts.pairs, organisations: byOrganisation.values.count { $0.pairs > 0 },
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
}
