import Statistics
import Surveying

/// One group's pairs of one item. A value is a level of the scale; to a question of knowledge *vet ej* is a value
/// as well, and wrong. *Ej aktuellt* and no answer are none.
struct PairCounts: Sendable, Hashable {
    /// Higher level in the later wave; on a question of knowledge, wrong first and right then.
    var higher = 0
    var same = 0
    var lower = 0
    /// Right answers among the pairs; zero on scales.
    var rightFirst = 0
    var rightSecond = 0
    /// A value in one wave only.
    var firstOnly = 0
    var secondOnly = 0

    init() {}

    /// - Parameter states: counts by state in the earlier and in the later wave, `item.stateCount` squared.
    init(_ states: [[Int64]], of item: PairedItem) {
        let right = item.key.flatMap { item.levels.firstIndex(of: $0) }
        func hasValue(_ state: Int) -> Bool {
            state < item.levels.count || (item.isKnowledge && state == item.dontKnowState)
        }
        for (first, row) in states.enumerated() {
            for (second, stored) in row.enumerated() where stored > 0 {
                let count = Int(min(stored, PairCounts.greatestCount))
                switch (hasValue(first), hasValue(second)) {
                case (true, true):
                    let (earlier, later) =
                        item.isKnowledge ? (first == right ? 1 : 0, second == right ? 1 : 0) : (first, second)
                    if later > earlier {
                        higher += count
                    } else if later < earlier {
                        lower += count
                    } else {
                        same += count
                    }
                    if item.isKnowledge, first == right { rightFirst += count }
                    if item.isKnowledge, second == right { rightSecond += count }
                case (true, false): firstOnly += count
                case (false, true): secondOnly += count
                case (false, false): break
                }
            }
        }
    }

    /// More than all people there are; a damaged table cannot make the sums overflow.
    private static let greatestCount: Int64 = 100_000_000_000

    var pairs: Int { higher + same + lower }
    var isEmpty: Bool { pairs == 0 && firstOnly == 0 && secondOnly == 0 }

    var directions: DirectionCounts? {
        DirectionCounts(higher: Int64(higher), same: Int64(same), lower: Int64(lower))
    }

    /// As a cluster of the mean of signs.
    var clusterSum: ClusterSum { ClusterSum(count: Int64(pairs), sum: Int64(higher - lower)) }

    /// Every pair as a cluster of its own.
    var singletons: [ClusterSum] {
        [(higher, 1), (same, 0), (lower, -1)].flatMap { count, sign in
            [ClusterSum](repeating: ClusterSum(count: 1, sum: Int64(sign)), count: count)
        }
    }

    static func += (left: inout PairCounts, right: PairCounts) {
        left.higher += right.higher
        left.same += right.same
        left.lower += right.lower
        left.rightFirst += right.rightFirst
        left.rightSecond += right.rightSecond
        left.firstOnly += right.firstOnly
        left.secondOnly += right.secondOnly
    }
}
