/// Bytes as two digits each.
enum Hexadecimal {
    /// In lower case, as hashes are written.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// In upper case, as encoded words want it (RFC 2047, section 4.2).
    static func upperCaseText(_ byte: UInt8) -> String {
        text(CollectionOfOne(byte)).uppercased()
    }
}
