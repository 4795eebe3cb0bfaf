/// Exact tests over all ways to flip the signs of weighted observations, by convolution of the coins.
public enum SignFlip {
    struct Group: Sendable {
        var weight: Int128
        var positive: Int64
        var negative: Int64
    }

    /// The exact two-sided sign-flip test of the mean difference. Undefined where nobody changed, and where the
    /// table is too large to enumerate.
    public static func meanDifference(_ differences: DifferenceCounts) -> Estimate<Double> {
        twoSided(
            differences.entries.filter { $0.difference != 0 }.map { entry in
                Group(
                    weight: Int128(entry.difference.magnitude), positive: entry.difference > 0 ? entry.count : 0,
                    negative: entry.difference < 0 ? entry.count : 0)
            })
    }

    /// Coins times points of support that are enumerated at most; about a second.
    static let greatestWork: Int128 = 1_000_000_000

    /// Points of support at most; 80 MB.
    static let greatestSupport: Int128 = 10_000_000

    /// P(|2S − total| ≥ |2·observed − total|), S the sum of the weights that come up positive.
    static func twoSided(_ groups: [Group]) -> Estimate<Double> {
        let groups = groups.filter { $0.positive > 0 || $0.negative > 0 }
        guard !groups.isEmpty else { return .undefined(.noDifferences) }
        let unit = groups.reduce(0) { greatestCommonDivisor($0, $1.weight) }
        var coins: Int128 = 0
        var total: Int128 = 0
        var observed: Int128 = 0
        for group in groups {
            let weight = group.weight / max(unit, 1)
            let count = Int128(group.positive) + Int128(group.negative)
            let (product, overflow) = weight.multipliedReportingOverflow(by: count)
            if overflow || product > greatestWork { return .undefined(.tooLargeForExact) }
            coins += count
            total += product
            observed += weight * Int128(group.positive)
        }
        guard total <= greatestSupport, coins <= greatestWork, coins * total <= greatestWork else {
            return .undefined(.tooLargeForExact)
        }
        var distribution = [Double](repeating: 0, count: Int(total) + 1)
        distribution[0] = 1
        var reached = 0
        for group in groups {
            let weight = Int(group.weight / max(unit, 1))
            for _ in 0..<(group.positive + group.negative) {
                reached += weight
                for sum in stride(from: reached, through: 0, by: -1) {
                    let flipped = sum >= weight ? distribution[sum - weight] : 0
                    distribution[sum] = (distribution[sum] + flipped) / 2
                }
            }
        }
        let distance = (2 * Int(observed) - Int(total)).magnitude
        let p = distribution.indices.reduce(0.0) { sum, index in
            (2 * index - Int(total)).magnitude >= distance ? sum + distribution[index] : sum
        }
        return .defined(min(1, p))
    }

    private static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
