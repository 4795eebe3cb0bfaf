import Glibc

/// Random numbers of the system's generator, thirty-two in one call: an import draws two for each of its people.
public struct KernelRandom: RandomNumberGenerator {
    private var numbers: [UInt64] = []
    private var system = SystemRandomNumberGenerator()

    public init() {}

    public mutating func next() -> UInt64 {
        if numbers.isEmpty { draw() }
        // The system's own, which waits or ends the process, where the call fails.
        return numbers.popLast() ?? system.next()
    }

    private mutating func draw() {
        var drawn = [UInt64](repeating: 0, count: 32)
        let code = drawn.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        if code == 0 { numbers = drawn }
    }
}
