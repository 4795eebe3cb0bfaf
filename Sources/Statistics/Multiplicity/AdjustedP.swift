/// p-values adjusted for the number of tests. `nil` stays `nil` and is not counted; the order is kept. Values
/// below 0, above 1 or not a number are taken as `nil`.
public enum AdjustedP {
    /// Holm's step-down (1979): the probability of any false finding.
    public static func holm(_ p: [Double?]) -> [Double?] {
        adjusted(p) { ordered in
            var floor = 0.0
            return ordered.enumerated().map { index, p in
                floor = max(floor, min(1, Double(ordered.count - index) * p))
                return floor
            }
        }
    }

    /// Bonferroni: each multiplied by their number.
    public static func bonferroni(_ p: [Double?]) -> [Double?] {
        adjusted(p) { ordered in ordered.map { min(1, Double(ordered.count) * $0) } }
    }

    /// Benjamini & Hochberg's step-up (1995): the share of false findings.
    public static func benjaminiHochberg(_ p: [Double?]) -> [Double?] {
        adjusted(p) { stepUp($0, factor: 1) }
    }

    /// Benjamini & Yekutieli (2001): the same under any dependence.
    public static func benjaminiYekutieli(_ p: [Double?]) -> [Double?] {
        adjusted(p) { ordered in
            stepUp(ordered, factor: (1...max(1, ordered.count)).reduce(0) { $0 + 1 / Double($1) })
        }
    }

    private static func stepUp(_ ordered: [Double], factor: Double) -> [Double] {
        var ceiling = 1.0
        var result = ordered
        for index in ordered.indices.reversed() {
            ceiling = min(ceiling, factor * Double(ordered.count) / Double(index + 1) * ordered[index])
            result[index] = ceiling
        }
        return result
    }

    /// Runs a procedure over the ascending values and puts the results where they came from.
    private static func adjusted(_ p: [Double?], _ procedure: ([Double]) -> [Double]) -> [Double?] {
        let ordered = p.indices.compactMap { index in p[index].map { (index: index, p: $0) } }
            .filter { (0...1).contains($0.p) }
            .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
        var result = [Double?](repeating: nil, count: p.count)
        for (entry, value) in zip(ordered, procedure(ordered.map(\.p))) { result[entry.index] = value }
        return result
    }
}
