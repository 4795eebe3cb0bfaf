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
    /// From the head of an answer until the peer has taken the rest of it.
    public var answerDeadline = TimeAmount.seconds(60)
    /// How long a peer may read the last answer after it passed a limit or spoke no HTTP.
    public var linger = TimeAmount.seconds(2)

    /// Connections at a time, but for what the system allows the process; more wait to be accepted.
    public var connections = 4096
    /// Wrong personal links from one address before further ones are answered 429; one more a second.
    public var wrongLinks = 300

    public init() {}
}
