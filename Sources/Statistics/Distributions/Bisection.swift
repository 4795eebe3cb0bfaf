/// Root finding that cannot fail: halving until two neighbouring doubles are left.
enum Bisection {
    /// The point at which a decreasing function crosses zero. Where it does not, the nearer end.
    static func root(from low: Double, to high: Double, of decreasing: (Double) -> Double) -> Double {
        var (low, high) = (low, high)
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if decreasing(middle) > 0 { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}
