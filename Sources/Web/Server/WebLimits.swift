public import NIOCore

/// What a peer may take of the server, in bytes and time.
public struct WebLimits: Sendable {
    /// The largest body of an answer or a form.
    public var bodySize = 64 * 1024
    /// The largest head of a request, all fields together.
    public var headSize = 16 * 1024
    public var headerFields = 100
    /// From the first byte of a request (or the opening of the connection) to the end of its head.
    public var headerDeadline = TimeAmount.seconds(10)
    /// From the end of the head to the end of the body.
    public var bodyDeadline = TimeAmount.seconds(30)
    /// How long a connection without a request is kept.
    public var idleTime = TimeAmount.seconds(60)
    /// How long a peer may read the last response before its connection is cut.
    public var linger = TimeAmount.seconds(2)

    public init() {}
}
