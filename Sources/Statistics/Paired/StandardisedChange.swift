import Foundation

/// Mean change in units of a standard deviation.
public enum StandardisedChange {
    /// d_av = mean change / √((s²_before + s²_after) / 2) (Cumming 2012). Undefined where nobody varies.
    public static func average(_ table: PairedTable) -> Estimate<Double> {
        let before = Moments(Array(zip(table.scores, table.rowTotals)))
        let after = Moments(Array(zip(table.scores, table.columnTotals)))
        return before.sampleVariance.flatMap { first in
            after.sampleVariance.flatMap { second in
                let spread = ((first + second) / 2).squareRoot()
                guard spread > 0 else { return .undefined(.noVariation) }
                return MeanChange.estimate(table).map { $0.mean * table.scoresPerUnit / spread }
            }
        }
    }

    /// d_z = mean change / standard deviation of the differences. Undefined where all differences are the same.
    public static func ofDifferences(_ table: PairedTable) -> Estimate<Double> {
        MeanChange.estimate(table).flatMap { change in
            guard change.standardDeviation > 0 else { return .undefined(.noVariation) }
            return .defined(change.mean / change.standardDeviation)
        }
    }

    /// g_z = J · d_z with Hedges' exact factor J = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)), ν = n − 1 (Hedges 1981).
    /// Undefined with two pairs, for which J does not exist.
    public static func hedges(_ table: PairedTable) -> Estimate<Double> {
        ofDifferences(table).flatMap { d in
            correction(degreesOfFreedom: Double(table.total) - 1).map { $0 * d }
        }
    }

    /// Hedges' J. Undefined at one degree of freedom or fewer.
    public static func correction(degreesOfFreedom: Double) -> Estimate<Double> {
        guard degreesOfFreedom > 1 else { return .undefined(.fewerDegreesOfFreedom(needed: 2)) }
        let half = degreesOfFreedom / 2
        // Γ(a) / Γ(a − ½) = √π / B(a − ½, ½), which does not cancel where both are large.
        return .defined(exp(0.5 * log(Double.pi / half) - SpecialFunctions.logBeta(half - 0.5, 0.5)))
    }

    /// The normalised gain (after − before) / (1 − before) of Hake (1998), for shares of right answers. Undefined
    /// where all were right before.
    public static func normalisedGain(before: Double, after: Double) -> Estimate<Double> {
        guard before.isFinite, after.isFinite else { return .undefined(.outOfRange) }
        guard before < 1 else { return .undefined(.nothingToGain) }
        return .defined((after - before) / (1 - before))
    }
}
