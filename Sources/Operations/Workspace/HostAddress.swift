import Foundation

/// A host as settings name it: a name, or an address of IPv4 or IPv6.
struct HostAddress: Sendable, Hashable {
    let text: String

    /// `nil` for what is neither an address nor a name of letters, digits and hyphens with dots between (RFC 1123).
    /// A name whose last part is a number is refused: systems read `1` and `127.1` as addresses.
    init?(_ text: String) {
        guard IPAddress(text) != nil || Self.isName(text) else { return nil }
        self.text = text
    }

    /// Whether only this machine can be meant.
    var isLoopback: Bool {
        guard let address = IPAddress(text) else { return text.lowercased() == "localhost" }
        return address.isLoopback
    }

    private static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 253 else { return false }
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areWords = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != 45 && label.last != 45
                && label.allSatisfy { isDigit($0) || $0 == 45 || (97...122).contains($0 | 0x20) }
        }
        return areWords && labels.last?.allSatisfy(isDigit) == false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

/// An address in one of its spellings that the system reads: `127.0.0.1`, `2001:db8::1`.
struct IPAddress: Sendable, Hashable {
    /// 4 or 16 bytes in network order.
    let bytes: [UInt8]

    init?(_ text: String) {
        var four = in_addr()
        var sixteen = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
            bytes = withUnsafeBytes(of: sixteen) { Array($0) }
        } else {
            return nil
        }
    }

    var isLoopback: Bool {
        bytes.count == 4 ? bytes.first == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// Whether a text is an address, or a block of them: `10.0.0.0/8`.
    static func isBlock(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { return false }
        guard parts.count == 2 else { return parts.count == 1 }
        guard let length = Int(parts[1]), parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
        return length <= address.bytes.count * 8
    }
}
