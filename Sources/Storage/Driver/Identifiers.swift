public import Registers

/// A person who signs in for a board.
public struct UserID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// One reading of one file.
public struct ImportID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// A wave of letters to one conference's recipients.
public struct LetterWaveID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// One letter to one recipient.
public struct LetterID: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension TextIdentifier {
    /// A new identifier of 125 random bits in 25 letters and digits, after a prefix that says what it names.
    ///
    /// Crockford's base 32 in lower case, so that it can be read aloud and typed.
    public static func random(
        _ prefix: String, using generator: inout some RandomNumberGenerator
    ) -> Self {
        let digits = UTF8Digits.crockford
        var text = Array(prefix.utf8)
        text.reserveCapacity(text.count + 25)
        // Two draws, for the system's generator asks the kernel at each: 12 digits of the first, 13 of the second
        // with the bits that the first has left.
        let first = generator.next()
        var second = generator.next()
        for place in 0..<12 { text.append(digits[Int(first >> UInt64(place * 5) & 31)]) }
        for _ in 0..<12 {
            text.append(digits[Int(second & 31)])
            second >>= 5
        }
        text.append(digits[Int(first >> 60 | (second & 1) << 4)])
        return Self(rawValue: String(decoding: text, as: UTF8.self))
    }
}

private enum UTF8Digits {
    static let crockford = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
