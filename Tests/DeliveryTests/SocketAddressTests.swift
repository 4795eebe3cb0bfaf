import Delivery
import Foundation
import Testing

/// Expected values from IANA's special-purpose address registries, block by block, at their edges.
@Suite("Which addresses are public")
struct SocketAddressTests {
    private func address(_ text: String) -> SocketAddress? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            return SocketAddress(bytes: withUnsafeBytes(of: four) { Array($0) }, port: 80)
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        return SocketAddress(bytes: withUnsafeBytes(of: six) { Array($0) }, port: 80)
    }

    @Test(
        "C4: special-purpose addresses are not public",
        arguments: [
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "127.255.255.255", "169.254.0.0", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1", "239.255.255.255", "240.0.0.0", "255.255.255.255", "::", "::1", "::ffff:8.8.8.8",
            "::ffff:127.0.0.1", "::8.8.8.8", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
            "2001:10::1", "2002:808:808::1", "3fff::1", "fc00::1", "fdff::1", "fe80::1", "febf::1", "fec0::1",
            "ff02::1",
            "4000::1", "5f00::1",
        ])
    func special(text: String) throws {
        #expect(try #require(address(text)).isPublic == false)
    }

    @Test(
        "C4: their neighbours are",
        arguments: [
            "1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
            "128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.167.255.255",
            "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::1",
            "2001:67c:2e8:22::c100:68b",
            "2003::1", "2a00:1450:400f::1", "2606:4700::1111", "3ffe::1",
        ])
    func public_(text: String) throws {
        #expect(try #require(address(text)).isPublic)
    }

    @Test("An address of another family is no address")
    func families() {
        var path = sockaddr_un()
        path.sun_family = sa_family_t(AF_UNIX)
        #expect(withUnsafeBytes(of: path) { SocketAddress($0) } == nil)
        #expect(SocketAddress(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
        #expect(SocketAddress(bytes: [1, 2, 3], port: 1) == nil)
        #expect(AddressPolicy.anywhere.allows(host: "x", address: nil) == false)
    }
}
