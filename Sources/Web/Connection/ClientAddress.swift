import HTTPTypes
import NIOCore
import Operations

/// Where a request comes from: the peer of the connection, or what a reverse proxy that is believed says.
struct ClientAddress: Sendable {
    private let proxies: [AddressBlock]

    /// - Parameter proxies: addresses, or blocks of them, of the reverse proxies whose `X-Forwarded-For` is believed.
    init(proxies: [String]) {
        self.proxies = proxies.compactMap { AddressBlock($0) }
    }

    /// The peer, unless it is a proxy: then the last address that no proxy has, for anyone can write the ones before.
    func address(peer: String?, forwarded: [String]) -> String {
        let peer = peer.flatMap(ClientAddress.normal) ?? ""
        guard isProxy(peer) else { return peer }
        for part in forwarded.flatMap({ $0.split(separator: ",") }).reversed() {
            guard let address = ClientAddress.normal(part.trimmingSpaces()) else { return peer }
            if !isProxy(address) { return address }
        }
        return peer
    }

    private func isProxy(_ address: String) -> Bool {
        guard let address = IPAddress(address) else { return false }
        return proxies.contains { $0.contains(address) }
    }

    /// One spelling for each address. `nil` for what is none.
    private static func normal(_ text: some StringProtocol) -> String? {
        guard let address = (try? SocketAddress(ipAddress: String(text), port: 0))?.ipAddress else { return nil }
        let mapped = "::ffff:"
        return address.hasPrefix(mapped) && address.contains(".") ? String(address.dropFirst(mapped.count)) : address
    }

    static let forwardedFor = HTTPField.Name("X-Forwarded-For")
}
