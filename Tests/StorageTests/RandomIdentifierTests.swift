import Storage
import Testing

@Suite("Random identifiers")
struct RandomIdentifierTests {
    /// Gives the numbers in turn, and from then on the last.
    private struct Stated: RandomNumberGenerator {
        var numbers: [UInt64]

        mutating func next() -> UInt64 {
            numbers.count > 1 ? numbers.removeFirst() : numbers.first ?? 0
        }
    }

    @Test(
        "125 of the bits drawn are digits of base 32, each bit of one digit",
        arguments: [
            ([0, 0], "p-0000000000000000000000000"), ([UInt64.max, .max], "p-zzzzzzzzzzzzzzzzzzzzzzzzz"),
            ([1, 0], "p-1000000000000000000000000"), ([0, 1], "p-0000000000001000000000000"),
            ([0, 1 << 59], "p-00000000000000000000000g0"), ([1 << 60, 0], "p-0000000000000000000000001"),
            ([1 << 63, 1 << 60], "p-000000000000000000000000r"),
        ] as [([UInt64], String)])
    func digits(drawn: [UInt64], expected: String) {
        var generator = Stated(numbers: drawn)
        #expect(ImportID.random("p-", using: &generator).rawValue == expected)
    }
}
