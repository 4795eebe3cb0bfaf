import Foundation

/// Ready-made requests, one after the other in memory.
struct PreparedRequests {
    private(set) var bytes: [UInt8] = []
    private(set) var ranges: [Range<Int>] = []

    mutating func append(_ request: some Sequence<UInt8>) {
        let start = bytes.count
        bytes.append(contentsOf: request)
        ranges.append(start..<bytes.count)
    }

    /// The first request so many times; its bytes lie in memory once.
    func repeated(_ count: Int) -> PreparedRequests {
        var requests = self
        requests.ranges = ranges.first.map { Array(repeating: $0, count: count) } ?? []
        return requests
    }

    var meanSize: Int { ranges.isEmpty ? 0 : ranges.reduce(0) { $0 + $1.count } / ranges.count }
}

/// Posts prepared requests over many connections at once, each a request at a time, as fast as replies come.
///
/// One thread with `poll`, much as wrk. Unlike wrk it sends a list once, counts every reply, and says how much
/// of a core it used itself: near 1 it would be the bottleneck, and the figure its own and not the server's.
struct LoadGenerator {
    struct Outcome {
        var statuses: [Int: Int] = [:]
        var broken = 0
        var duration = Duration.zero
        var latencies: [Duration] = []
        /// Processor time of the generating thread over elapsed time.
        var shareOfCore = 0.0

        var perSecond: Double { Double(statuses.values.reduce(0, +)) / seconds(duration) }

        func latency(_ quantile: Double) -> Duration {
            let sorted = latencies.sorted()
            return sorted.isEmpty ? .zero : sorted[min(sorted.count - 1, Int(Double(sorted.count) * quantile))]
        }
    }

    let port: Int
    let connections: Int

    func run(_ requests: PreparedRequests) throws -> Outcome {
        var open: [Connection] = []
        defer { open.forEach { close($0.descriptor) } }
        for _ in 0..<connections {
            guard let connection = Connection(port: port) else { throw BenchError.noSockets }
            open.append(connection)
        }
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 * 1024, alignment: 16)
        defer { room.deallocate() }
        return requests.bytes.withUnsafeBytes { drive(&open, requests.ranges, $0, room) }
    }

    private func drive(
        _ open: inout [Connection], _ ranges: [Range<Int>], _ bytes: UnsafeRawBufferPointer,
        _ room: UnsafeMutableRawBufferPointer
    ) -> Outcome {
        var outcome = Outcome()
        outcome.latencies.reserveCapacity(ranges.count)
        var next = 0
        var busy = 0
        let start = ContinuousClock.now
        let processorStart = processorSeconds()
        var watched = open.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        for place in open.indices {
            guard next < ranges.count else {
                watched[place].fd = -1
                continue
            }
            open[place].begin(ranges[next])
            next += 1
            busy += 1
            _ = open[place].send(from: bytes)
        }
        while busy > 0 {
            for place in open.indices { watched[place].events = Int16(open[place].isSent ? POLLIN : POLLIN | POLLOUT) }
            let count = poll(&watched, nfds_t(watched.count), 10_000)
            if count == 0 || (count < 0 && errno != EINTR) {
                outcome.broken += busy
                break
            }
            for place in open.indices where watched[place].revents != 0 {
                if !open[place].isSent { _ = open[place].send(from: bytes) }
                switch open[place].receive(into: room) {
                case .waiting: continue
                case .broken:
                    outcome.broken += 1
                    busy -= 1
                    // poll passes over negative descriptors.
                    watched[place].fd = -1
                case .replied(let status):
                    outcome.statuses[status, default: 0] += 1
                    outcome.latencies.append(.now - open[place].began)
                    guard next < ranges.count else {
                        busy -= 1
                        watched[place].fd = -1
                        continue
                    }
                    open[place].begin(ranges[next])
                    next += 1
                    _ = open[place].send(from: bytes)
                }
            }
        }
        outcome.duration = .now - start
        outcome.shareOfCore = (processorSeconds() - processorStart) / seconds(outcome.duration)
        return outcome
    }

    private func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

enum BenchError: Error, CustomStringConvertible {
    case noSockets
    case unwritable(String)
    case notAllKept(String)

    var description: String {
        switch self {
        case .noSockets: "The connections to the server could not be opened."
        case .unwritable(let path): "\(path) cannot be written."
        case .notAllKept(let why): "The measurement does not count: \(why)."
        }
    }
}
