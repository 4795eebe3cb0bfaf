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
