/// What an HTTP server answered; a status is never an error here.
public struct HTTPReply: Sendable {
    public var status: Int
    /// In the order they came, names in lower case; at most ``HTTPClient/mostHeaderBytes``.
    public var headers: [(name: String, value: String)]
    /// At most ``HTTPClient/mostBodyBytes``.
    public var body: [UInt8]
    /// Whether headers or body went on; the connection was closed there.
    public var isTruncated: Bool

    public init(status: Int, headers: [(name: String, value: String)], body: [UInt8], isTruncated: Bool) {
        self.status = status
        self.headers = headers
        self.body = body
        self.isTruncated = isTruncated
    }

    /// The first value of a header, by its lower-case name.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// Why there is no reply.
public enum HTTPFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Not an http or https URL, or one with a user or password in it.
    case unusableURL
    /// A header with CR, LF or NUL, or without a name.
    case unusableHeader
    /// Every address of the host is refused by the policy. No connection was opened.
    case addressRefused
    case hostNotFound
    case notConnected(String)
    /// The connection or the whole exchange took longer than allowed.
    case timedOut
    case untrustedCertificate(String)
    /// The connection broke; whether the server acted on the request is not known.
    case interrupted(String)
    case cancelled
    case closed

    public var description: String {
        switch self {
        case .unusableURL: "Not an http or https URL without user and password. Mend the target's address."
        case .unusableHeader: "A header with a line break or without a name. Mend the header."
        case .addressRefused:
            "The target is loopback, private or otherwise not public. Name it under allowed targets if it is meant."
        case .hostNotFound: "The target's name was not found. Check its spelling and the name server."
        case .notConnected(let reason): "No connection to the target: \(reason)"
        case .timedOut: "The target did not answer in time."
        case .untrustedCertificate(let reason): "The target's certificate is not trusted: \(reason)"
        case .interrupted(let reason): "The exchange with the target broke off: \(reason)"
        case .cancelled: "The request was given up."
        case .closed: "The client is closed."
        }
    }
}
