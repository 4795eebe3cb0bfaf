/// The relay that letters are handed to.
public struct SMTPServer: Sendable, Hashable {
    public enum Security: String, Sendable, Hashable, CaseIterable {
        case none
        /// STARTTLS is required: a relay that does not offer it gets no letter.
        case startTLS = "starttls"
        case tls
    }

    public var host: String
    public var port: UInt16
    public var security: Security
    public var username: String?
    public var password: String?
    /// What EHLO says; `nil` is the machine's own name.
    public var clientName: String?
    /// A file of certificate authorities in PEM instead of the system's.
    public var certificateAuthorities: String?
    public var connectTimeoutInSeconds = 30
    /// How long each of the relay's replies may take; RFC 5321 asks for ten minutes after the final dot.
    public var replyTimeoutInSeconds = 600

    public init(
        host: String, port: UInt16, security: Security, username: String? = nil, password: String? = nil,
        clientName: String? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.password = password
        self.clientName = clientName
    }

    var url: String {
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        return "\(security == .tls ? "smtps" : "smtp")://\(name):\(port)/\(clientName ?? "")"
    }
}
