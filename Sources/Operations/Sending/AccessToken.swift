public import Storage

/// 128 bits that open a person's own page, as they stand in a link.
public struct AccessToken: Sendable, Hashable {
    /// 26 letters and digits of Crockford's base 32 in lower case, which can be read aloud and typed.
    public let text: String

    /// The first 16 bytes; fewer are filled up with zeros.
    init(bytes: some Sequence<UInt8>) {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var value = bytes.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        var digits: [Character] = []
        for _ in 0..<26 {
            digits.append(alphabet[Int(value & 31)])
            value >>= 5
        }
        text = String(digits.reversed())
    }

    static func random() -> AccessToken {
        var generator = SystemRandomNumberGenerator()
        return AccessToken(bytes: (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// What is stored of it.
    public var hash: TokenHash {
        TokenHash(of: text)
    }
}
