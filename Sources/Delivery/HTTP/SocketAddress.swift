import Foundation

/// The address a socket is about to be opened to, after every spelling and every look-up is behind us.
public struct SocketAddress: Sendable, Hashable {
    /// 4 bytes of IPv4, 16 bytes of IPv6, in network order.
    public let bytes: [UInt8]
    public let port: UInt16

    public init?(bytes: [UInt8], port: UInt16) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
        self.port = port
    }

    /// Reads what the system's resolver wrote. Returns `nil` for any family but IPv4 and IPv6, Unix sockets included.
    public init?(_ address: UnsafeRawBufferPointer) {
        guard address.count >= MemoryLayout<sa_family_t>.size else { return nil }
        switch Int32(address.loadUnaligned(as: sa_family_t.self)) {
        case AF_INET where address.count >= MemoryLayout<sockaddr_in>.size:
            let inet = address.loadUnaligned(as: sockaddr_in.self)
            self.init(bytes: withUnsafeBytes(of: inet.sin_addr) { Array($0) }, port: UInt16(bigEndian: inet.sin_port))
        case AF_INET6 where address.count >= MemoryLayout<sockaddr_in6>.size:
            let inet = address.loadUnaligned(as: sockaddr_in6.self)
            self.init(bytes: withUnsafeBytes(of: inet.sin6_addr) { Array($0) }, port: UInt16(bigEndian: inet.sin6_port))
        default: return nil
        }
    }

    /// Whether the Internet at large routes it, by the special-purpose registries of IANA (RFC 6890 and its updates).
    ///
    /// Addresses that carry another one inside (mapped, 6to4, Teredo, NAT64) are not public here, whatever they carry:
    /// no webhook needs them, and each is a way around the check.
    public var isPublic: Bool {
        bytes.count == 4 ? Self.specialIPv4.allSatisfy { !$0.covers(bytes) } : isPublicIPv6
    }

    private var isPublicIPv6: Bool {
        Self.globalUnicast.covers(bytes) && Self.specialIPv6.allSatisfy { !$0.covers(bytes) }
    }

    private struct Block {
        let head: [UInt8]
        let length: Int

        init(_ head: [UInt8], _ length: Int) {
            self.head = head
            self.length = length
        }

        func covers(_ bytes: [UInt8]) -> Bool {
            for bit in 0..<length {
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let expected = bit / 8 < head.count ? head[bit / 8] : 0
                if bytes[bit / 8] & mask != expected & mask { return false }
            }
            return true
        }
    }

    private static let specialIPv4 = [
        Block([0], 8), Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([169, 254], 16),
        Block([172, 16], 12), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 31, 196], 24),
        Block([192, 52, 193], 24), Block([192, 88, 99], 24), Block([192, 168], 16), Block([192, 175, 48], 24),
        Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24), Block([224], 4), Block([240], 4),
    ]

    private static let globalUnicast = Block([0x20], 3)

    private static let specialIPv6 = [
        Block([0x20, 0x01], 23), Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x02], 16),
        Block([0x26, 0x20, 0x00, 0x4F, 0x80], 48), Block([0x3F, 0xFF], 20),
    ]
}
