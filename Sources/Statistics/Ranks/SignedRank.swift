import Foundation

/// Wilcoxon's signed ranks, from differences compared as integers; ties get midranks.
public struct SignedRank: Sendable, Hashable {
    /// What becomes of pairs that did not change.
    public enum Zeros: Sendable, Hashable, CaseIterable {
        /// Dropped before ranking (Wilcoxon 1945).
        case dropped
        /// Ranked with the others, and then dropped (Pratt 1959): the default for tests.
        case pratt
    }

    /// Pairs that differ by the same amount either way share a rank.
    struct Group: Sendable, Hashable {
        /// Twice the midrank, an integer.
        var doubledRank: Int128
        var higher: Int64
        var lower: Int64
        var count: Double { Double(higher) + Double(lower) }
    }

    let groups: [Group]

    public init(_ differences: DifferenceCounts, zeros: Zeros) {
        var byMagnitude: [Int64: (higher: Int64, lower: Int64, zero: Int64)] = [:]
        for entry in differences.entries {
            let magnitude = entry.difference < 0 ? -entry.difference : entry.difference
            if entry.difference > 0 {
                byMagnitude[magnitude, default: (0, 0, 0)].higher += entry.count
            } else if entry.difference < 0 {
                byMagnitude[magnitude, default: (0, 0, 0)].lower += entry.count
            } else if zeros == .pratt {
                byMagnitude[0, default: (0, 0, 0)].zero += entry.count
            }
        }
        var ranked: Int128 = 0
        var groups: [Group] = []
        for (magnitude, counts) in byMagnitude.sorted(by: { $0.key < $1.key }) {
            let size = Int128(counts.higher) + Int128(counts.lower) + Int128(counts.zero)
            if magnitude > 0 {
                groups.append(
                    Group(doubledRank: 2 * ranked + size + 1, higher: counts.higher, lower: counts.lower))
            }
            ranked += size
        }
        self.groups = groups
    }

    /// The sum of the ranks of the pairs that are higher, W⁺.
    public var higherSum: Double { groups.reduce(0) { $0 + Double($1.doubledRank) * Double($1.higher) } / 2 }
    /// The sum of the ranks of the pairs that are lower, W⁻.
    public var lowerSum: Double { groups.reduce(0) { $0 + Double($1.doubledRank) * Double($1.lower) } / 2 }

    /// (W⁺ − W⁻) / (W⁺ + W⁻) (Kerby 2014, with zeros dropped). Undefined where nobody changed.
    public var rankBiserial: Estimate<Double> {
        let sum = higherSum + lowerSum
        guard sum > 0 else { return .undefined(.noDifferences) }
        return .defined((higherSum - lowerSum) / sum)
    }

    /// W⁺ less its mean over its standard deviation given the ties, without continuity correction; positive where
    /// the later answers are higher. Undefined where nobody changed.
    public var z: Estimate<Double> {
        let variance = groups.reduce(0) { $0 + $1.count * Double($1.doubledRank) * Double($1.doubledRank) } / 16
        guard variance > 0 else { return .undefined(.noDifferences) }
        return .defined((higherSum - lowerSum) / 2 / variance.squareRoot())
    }

    /// The two-sided p of ``z``.
    public var asymptoticP: Estimate<Double> { z.map(NormalDistribution.twoSided) }

    /// The exact two-sided p given the ranks, over all ways to flip the signs.
    public var exactP: Estimate<Double> {
        SignFlip.twoSided(
            groups.map { SignFlip.Group(weight: $0.doubledRank, positive: $0.higher, negative: $0.lower) })
    }
}
