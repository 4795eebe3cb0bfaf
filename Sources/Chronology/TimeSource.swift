import Foundation

/// Where "now" comes from. Calculations take a ``Timestamp``; only the shells that act hold a source.
public protocol TimeSource: Sendable {
    func now() -> Timestamp
}

/// The machine's clock.
public struct SystemTime: TimeSource {
    public init() {}

    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}

/// One instant for ever, for a test or a report.
public struct FixedTime: TimeSource {
    private let instant: Timestamp

    public init(_ instant: Timestamp) {
        self.instant = instant
    }

    public func now() -> Timestamp { instant }
}
