import Foundation

/// An address in one of its spellings that the system reads: `127.0.0.1`, `2001:db8::1`.
///
/// An IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
public struct IPAddress: Sendable, Hashable {
    /// 4 or 16 bytes in network order.
    let bytes: [UInt8]

    public init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            let own = withUnsafeBytes(of: sixteen) { Array($0) }
            bytes = own.prefix(12) == Self.mapped[...] ? Array(own.suffix(4)) : own
        } else {
            return nil
        }
    }

    private static let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

    var isLoopback: Bool {
        bytes.count == 4 ? bytes.first == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }
}

/// All addresses that begin with the same bits, as `10.0.0.0/8`; one address is a block of its own.
public struct AddressBlock: Sendable, Hashable {
    private let first: IPAddress
    private let length: Int

    /// `nil` for what is neither an address nor an address, a slash and a number of bits that it has.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let address = parts.first.flatMap({ IPAddress(String($0)) }) else {
            return nil
        }
        first = address
        let bits = address.bytes.count * 8
        guard parts.count == 2 else {
            length = bits
            return
        }
        guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let stated = Int(parts[1]), stated <= bits else {
            return nil
        }
        length = stated
    }

    public func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return zip(first.bytes, address.bytes).enumerated().allSatisfy { place, pair in
            let bits = min(8, max(0, length - place * 8))
            return (pair.0 ^ pair.1) >> (8 - bits) == 0
        }
    }
}
