/// Which hosts may be posted to, asked with the real address at the moment a socket is opened.
///
/// A name that is looked up as public and connects to loopback (rebinding), and every other spelling of an address,
/// therefore changes nothing.
public struct AddressPolicy: Sendable, Hashable {
    private let hosts: Set<String>
    private let isOpen: Bool

    /// Public addresses only.
    public static let publicOnly = AddressPolicy(allowing: [])

    /// Any address: for a client whose every target comes from the operator, such as one's own server in a test.
    public static let anywhere = AddressPolicy(hosts: [], isOpen: true)

    /// Public addresses, and these hosts wherever they are: `relay.lan`, `127.0.0.1:8081`, `[::1]`, as they stand in
    /// the URL. Without a port every port is meant.
    public init(allowing hosts: some Sequence<String>) {
        self.init(hosts: Set(hosts.map { $0.lowercased() }), isOpen: false)
    }

    private init(hosts: Set<String>, isOpen: Bool) {
        self.hosts = hosts
        self.isOpen = isOpen
    }

    /// - Parameters:
    ///   - host: the URL's host in lower case, IPv6 in brackets.
    ///   - address: `nil` for a family that is neither IPv4 nor IPv6, which is never allowed.
    public func allows(host: String, address: SocketAddress?) -> Bool {
        guard let address else { return false }
        return isOpen || address.isPublic || hosts.contains(host) || hosts.contains("\(host):\(address.port)")
    }
}
