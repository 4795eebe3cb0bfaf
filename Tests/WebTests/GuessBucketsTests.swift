import NIOCore
import Testing

@testable import Web

@Suite("How many wrong links an address may open")
struct GuessBucketsTests {
    private func at(_ seconds: Int64) -> NIODeadline { .uptimeNanoseconds(1_000) + .seconds(seconds) }

    @Test("A bucket takes so many at once, one more a second, and forgets in time")
    func bucket() {
        var buckets = GuessBuckets(limit: 10)
        for _ in 0..<10 { #expect(buckets.note("192.0.2.1", at: at(0)) == .counted) }
        #expect(buckets.note("192.0.2.1", at: at(0)) == .heldBack(seconds: 1, isFirst: true))
        #expect(buckets.note("192.0.2.1", at: at(0)) == .heldBack(seconds: 1, isFirst: false))
        #expect(buckets.note("192.0.2.1", at: at(1)) == .counted)
        #expect(buckets.note("192.0.2.1", at: at(1)) == .heldBack(seconds: 1, isFirst: false))
        for _ in 0..<10 { #expect(buckets.note("192.0.2.1", at: at(60)) == .counted) }
        #expect(buckets.note("192.0.2.1", at: at(60)) == .heldBack(seconds: 1, isFirst: true))
    }

    @Test("One address does not fill another's bucket; the second half of an IPv6 address is no other address")
    func addresses() {
        var buckets = GuessBuckets(limit: 1)
        #expect(buckets.note("192.0.2.1", at: at(0)) == .counted)
        #expect(buckets.note("192.0.2.2", at: at(0)) == .counted)
        #expect(buckets.note("2001:db8::1", at: at(0)) == .counted)
        #expect(buckets.note("2001:db8::ffff:2", at: at(0)) != .counted)
        #expect(buckets.note("2001:db8:0:1::1", at: at(0)) == .counted)
    }

    @Test("When every bucket is taken the rest share one, until others are empty")
    func bounded() {
        var buckets = GuessBuckets(limit: 2, mostAddresses: 3)
        for number in 1...3 { #expect(buckets.note("192.0.2.\(number)", at: at(0)) == .counted) }
        #expect(buckets.note("192.0.2.4", at: at(0)) == .counted)
        #expect(buckets.note("192.0.2.5", at: at(0)) == .counted)
        #expect(buckets.note("192.0.2.6", at: at(0)) != .counted)
        #expect(buckets.note("192.0.2.1", at: at(0)) == .counted)
        #expect(buckets.note("192.0.2.6", at: at(9)) == .counted)
        #expect(buckets.note("192.0.2.7", at: at(9)) == .counted)
    }
}

@Suite("Where a request comes from")
struct ClientAddressTests {
    @Test(
        "A block of proxies is every address that begins as it does",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", "192.0.2.1"), ("10.0.0.0/8", "11.0.0.1", "11.0.0.1"),
            ("192.168.4.0/22", "192.168.7.255", "192.0.2.1"), ("192.168.4.0/22", "192.168.8.0", "192.168.8.0"),
            ("2001:db8::/33", "2001:db8:7fff::1", "192.0.2.1"),
            ("2001:db8::/33", "2001:db8:8000::1", "2001:db8:8000::1"),
            ("10.0.0.0/8", "::ffff:10.1.2.3", "192.0.2.1"), ("0.0.0.0/0", "2001:db8::1", "2001:db8::1"),
        ])
    func blocks(block: String, peer: String, expected: String) {
        #expect(ClientAddress(proxies: [block]).address(peer: peer, forwarded: ["192.0.2.1"]) == expected)
    }

    @Test(
        "The peer is believed, and a header only where the peer is a known proxy",
        arguments: [
            ("198.51.100.7", ["192.0.2.1"], "198.51.100.7"), ("127.0.0.1", ["192.0.2.1"], "192.0.2.1"),
            ("::ffff:127.0.0.1", ["192.0.2.1"], "192.0.2.1"), ("127.0.0.1", [], "127.0.0.1"),
            ("127.0.0.1", ["6.6.6.6, 192.0.2.1"], "192.0.2.1"), ("127.0.0.1", ["6.6.6.6", "192.0.2.1"], "192.0.2.1"),
            ("127.0.0.1", ["192.0.2.1, 10.0.0.2"], "192.0.2.1"), ("127.0.0.1", ["192.0.2.1, x"], "127.0.0.1"),
            ("127.0.0.1", ["2001:DB8::1"], "2001:db8::1"),
        ])
    func forwarded(peer: String, header: [String], expected: String) {
        let address = ClientAddress(proxies: ["127.0.0.1", "10.0.0.2"])
        #expect(address.address(peer: peer, forwarded: header) == expected)
    }
}
