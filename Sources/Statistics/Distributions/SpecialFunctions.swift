import Foundation

/// Incomplete beta and gamma functions, the ground of the distributions.
enum SpecialFunctions {
    /// ln Γ(x) for x > 0: Stirling's series (NIST DLMF 5.11.1) above 12, the recurrence below it. The C library's
    /// writes the sign to a global variable, which threads would share.
    static func logGamma(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return .infinity }
        var argument = x
        var product = 1.0
        while argument < 12 {
            product *= argument
            argument += 1
        }
        return (argument - 0.5) * log(argument) - argument + 0.918_938_533_204_672_74
            + stirlingRemainder(argument) - log(product)
    }

    /// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x of at least 12, to 1e-17.
    private static func stirlingRemainder(_ x: Double) -> Double {
        let inverse = 1 / x
        let square = inverse * inverse
        // B₂ₖ / (2k (2k−1)), k = 1…8.
        let denominators: [Double] = [12, -360, 1260, -1680, 1188, -360_360.0 / 691, 156, -122_400.0 / 3617]
        var sum = 0.0
        for denominator in denominators.reversed() { sum = sum * square + 1 / denominator }
        return inverse * sum
    }

    /// ln B(a, b). Where both are large the leading terms are combined before they can cancel.
    static func logBeta(_ a: Double, _ b: Double) -> Double {
        let (small, large) = (min(a, b), max(a, b))
        guard large >= 12 else { return logGamma(small) + logGamma(large) - logGamma(small + large) }
        let sum = small + large
        // ln Γ(large) − ln Γ(sum) by Stirling, with ln(1 + small/large) taken directly.
        let shared =
            -(large - 0.5) * log1p(small / large) + stirlingRemainder(large) - stirlingRemainder(sum)
        guard small >= 12 else { return logGamma(small) - small * log(sum) + small + shared }
        return 0.918_938_533_204_672_74 + (small - 0.5) * log(small / sum) - 0.5 * log(sum)
            + stirlingRemainder(small) + shared
    }

    /// The regularised incomplete beta function I_x(a, b), with `complement` = 1 − x given apart so that neither
    /// tail loses digits. Continued fraction NIST DLMF 8.17.22 by Lentz's method.
    static func regularizedBeta(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
        if x <= 0 { return 0 }
        if complement <= 0 { return 1 }
        let front = exp(a * log(x) + b * log(complement) - logBeta(a, b))
        if x < (a + 1) / (a + b + 2) {
            return min(1, front * betaFraction(x, a, b) / a)
        }
        return max(0, 1 - front * betaFraction(complement, b, a) / b)
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }

    /// The regularised upper incomplete gamma function Q(a, x): series (NIST DLMF 8.11.4) below a + 1, continued
    /// fraction (8.9.2) above it.
    static func regularizedUpperGamma(_ a: Double, _ x: Double) -> Double {
        if x <= 0 { return 1 }
        let front = exp(a * log(x) - x - logGamma(a))
        if x < a + 1 {
            var term = 1 / a
            var sum = term
            var n = a
            for _ in 0..<20_000 {
                n += 1
                term *= x / n
                sum += term
                if term < sum * 1e-17 { break }
            }
            return max(0, 1 - front * sum)
        }
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / (b.magnitude < tiny ? tiny : b)
        var result = d
        for step in 1...20_000 {
            let i = Double(step)
            let numerator = -i * (i - a)
            b += 2
            let denominator = numerator * d + b
            d = 1 / (denominator.magnitude < tiny ? tiny : denominator)
            let next = b + numerator / c
            c = next.magnitude < tiny ? tiny : next
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return min(1, front * result)
    }
}
