import Glibc
import NIOCore
import Synchronization

/// How many personal links that open nothing each address has tried: a bucket an address, which one guess a second
/// leaves again.
///
/// Only wrong links count, and a right one opens whatever stands here, so that a venue behind one address can answer
/// beside someone who guesses. What is held back is the work and the words spent on guesses; that none hits is left to
/// the 128 random bits of a token.
struct GuessBuckets {
    enum Verdict: Equatable {
        case counted
        /// - Parameter isFirst: whether the address was not held back lately, so that it is worth a line in the log.
        case heldBack(seconds: Int, isFirst: Bool)
    }

    private struct Bucket {
        var emptyAt: NIODeadline
        var isReported = false
    }

    private let limit: Int
    private let mostAddresses: Int
    private var buckets: [String: Bucket] = [:]
    private var sweepAt = NIODeadline.distantPast

    init(limit: Int, mostAddresses: Int = 10_000) {
        self.limit = limit
        self.mostAddresses = mostAddresses
    }

    mutating func note(_ address: String, at now: NIODeadline) -> Verdict {
        let key = key(for: GuessBuckets.network(of: address), at: now)
        var bucket = buckets[key] ?? Bucket(emptyAt: now)
        bucket.emptyAt = max(bucket.emptyAt, now)
        let waiting = bucket.emptyAt - now
        defer { buckets[key] = bucket }
        if waiting <= .seconds(Int64(limit / 2)) { bucket.isReported = false }
        guard waiting <= .seconds(Int64(limit - 1)) else {
            defer { bucket.isReported = true }
            let excess = waiting - .seconds(Int64(limit - 1))
            return .heldBack(
                seconds: Int((excess.nanoseconds + 999_999_999) / 1_000_000_000), isFirst: !bucket.isReported)
        }
        bucket.emptyAt = bucket.emptyAt + .seconds(1)
        return .counted
    }

    /// Those who come when every bucket is taken share one, so that memory is bounded.
    private mutating func key(for network: String, at now: NIODeadline) -> String {
        if buckets[network] != nil || buckets.count < mostAddresses { return network }
        if sweepAt <= now {
            buckets = buckets.filter { $0.value.emptyAt > now }
            sweepAt = now + .seconds(1)
        }
        return buckets.count < mostAddresses ? network : ""
    }

    /// An IPv4 address, or the first half of an IPv6 one: whoever has a line has all of its second halves.
    private static func network(of address: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return address }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

/// The buckets of a server.
final class GuessCount: Sendable {
    private let buckets: Mutex<GuessBuckets>

    init(limit: Int) {
        buckets = Mutex(GuessBuckets(limit: limit))
    }

    func note(_ address: String) -> GuessBuckets.Verdict {
        buckets.withLock { $0.note(address, at: .now()) }
    }
}
