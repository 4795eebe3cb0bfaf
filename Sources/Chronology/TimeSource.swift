/// Where "now" comes from. Calculations take a ``Timestamp``; only the shells that act hold a source.
public protocol TimeSource: Sendable {
    func now() -> Timestamp
}

/// One instant for ever, for a test or a report.
public struct FixedTime: TimeSource {
    private let instant: Timestamp

    public init(_ instant: Timestamp) {
        self.instant = instant
    }

    public func now() -> Timestamp { instant }
}
