/// Whether the distribution over the levels changed, all levels at once.
public enum MarginalHomogeneity {
    /// Stuart (1955) and Maxwell (1970): d′ S⁻¹ d with d the differences of the margins. Levels that nobody
    /// entered or left do not count; degrees of freedom are the effective levels less one for each group of levels
    /// that exchange people. Zeros stay zeros. Undefined where nobody changed.
    public static func stuartMaxwell(_ table: PairedTable) -> Estimate<ChiSquaredTest> {
        guard table.total > 0 else { return .undefined(.noObservations) }
        var statistic = 0.0
        var degreesOfFreedom = 0
        for levels in exchangingLevels(table) {
            // One level of each group is given by the others.
            let kept = levels.dropLast()
            let differences = kept.map { level in
                Double(levels.reduce(0) { $0 + table[level, $1] - table[$1, level] })
            }
            let covariance = kept.map { row in
                kept.map { column in
                    row == column
                        ? levels.reduce(0.0) { $0 + ($1 == row ? 0 : Double(table[row, $1]) + Double(table[$1, row])) }
                        : -(Double(table[row, column]) + Double(table[column, row]))
                }
            }
            guard let solution = LinearSystem.solve(covariance, differences) else { return .undefined(.outOfRange) }
            statistic += zip(differences, solution).reduce(0) { $0 + $1.0 * $1.1 }
            degreesOfFreedom += kept.count
        }
        guard degreesOfFreedom > 0 else { return .undefined(.noDifferences) }
        return ChiSquaredTest.estimate(statistic, degreesOfFreedom: degreesOfFreedom)
    }

    /// Bhapkar's Wald statistic, SM / (1 − SM/n) (Ireland, Ku & Kullback 1969). Undefined where SM reaches n.
    public static func bhapkar(_ table: PairedTable) -> Estimate<ChiSquaredTest> {
        stuartMaxwell(table).flatMap { test in
            let rest = 1 - test.statistic / Double(table.total)
            guard rest > 0 else { return .undefined(.noVariation) }
            return ChiSquaredTest.estimate(test.statistic / rest, degreesOfFreedom: test.degreesOfFreedom)
        }
    }

    /// Bowker's test of symmetry (1948); the degrees of freedom are the pairs of levels between which somebody
    /// moved. A diagnostic, not a test of change.
    public static func bowker(_ table: PairedTable) -> Estimate<ChiSquaredTest> {
        var statistic = 0.0
        var pairs = 0
        for row in table.scores.indices {
            for column in table.scores.indices where column > row {
                let (up, down) = (Double(table[row, column]), Double(table[column, row]))
                guard up + down > 0 else { continue }
                statistic += (up - down) * (up - down) / (up + down)
                pairs += 1
            }
        }
        guard pairs > 0 else { return .undefined(.noDifferences) }
        return ChiSquaredTest.estimate(statistic, degreesOfFreedom: pairs)
    }

    /// Groups of levels between which people moved, directly or through others; levels without movement in none.
    private static func exchangingLevels(_ table: PairedTable) -> [[Int]] {
        var groups: [[Int]] = []
        var seen: Set<Int> = []
        for start in table.scores.indices where seen.insert(start).inserted {
            var group = [start]
            var waiting = [start]
            while let level = waiting.popLast() {
                for other in table.scores.indices where table[level, other] > 0 || table[other, level] > 0 {
                    if seen.insert(other).inserted {
                        group.append(other)
                        waiting.append(other)
                    }
                }
            }
            if group.count > 1 { groups.append(group.sorted()) }
        }
        return groups
    }
}
