/// Mean and variance of weighted integers. The sums are taken in integers, the squares around the mean, so that
/// nothing cancels.
struct Moments: Sendable {
    let count: Int64
    let mean: Double
    /// Σ w (x − mean)².
    let sumOfSquares: Double

    init(_ values: [(value: Int64, count: Int64)]) {
        var count: Int64 = 0
        var sum: Int128 = 0
        for entry in values {
            count += entry.count
            sum += Int128(entry.value) * Int128(entry.count)
        }
        self.count = count
        let mean = count > 0 ? Double(sum) / Double(count) : 0
        self.mean = mean
        sumOfSquares = values.reduce(0) { total, entry in
            let distance = Double(entry.value) - mean
            return total + Double(entry.count) * distance * distance
        }
    }

    /// With divisor n − 1; exactly zero where all values are the same.
    var sampleVariance: Estimate<Double> {
        if count < 1 { return .undefined(.noObservations) }
        if count < 2 { return .undefined(.fewerThanTwoObservations) }
        return .defined(sumOfSquares / Double(count - 1))
    }
}
