/// The address of a place on the web as settings state it: `https://host`, with a port and a path if need be.
struct WebAddress: Sendable, Hashable {
    let isEncrypted: Bool
    let host: HostAddress
    /// What follows host and port: empty, or a path with a query if need be.
    let path: String

    /// `nil` for another scheme, a user name, a host or port that cannot be, and anything beyond printable ASCII.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ (33...126).contains($0) }) else { return nil }
        let rest: Substring
        if text.hasPrefix("https://") {
            (isEncrypted, rest) = (true, text.dropFirst(8))
        } else if text.hasPrefix("http://") {
            (isEncrypted, rest) = (false, text.dropFirst(7))
        } else {
            return nil
        }
        let authority = rest.prefix { !"/?#\\".contains($0) }
        path = String(rest.dropFirst(authority.count))
        guard path.isEmpty || path.hasPrefix("/"), let host = Self.host(authority) else { return nil }
        self.host = host
    }

    /// The host of `host`, `host:port`, `[address]` or `[address]:port`.
    private static func host(_ authority: Substring) -> HostAddress? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let inside = String(authority[authority.index(after: authority.startIndex)..<end])
            guard inside.contains(":"), isPort(authority[authority.index(after: end)...]) else { return nil }
            return HostAddress(inside)
        }
        let name = authority.prefix { $0 != ":" }
        guard isPort(authority.dropFirst(name.count)) else { return nil }
        return HostAddress(String(name))
    }

    /// Nothing, or a colon and a port.
    private static func isPort(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        guard first == ":", text.dropFirst().utf8.allSatisfy({ (48...57).contains($0) }),
            let port = Int(text.dropFirst())
        else { return false }
        return (1...65_535).contains(port)
    }
}
