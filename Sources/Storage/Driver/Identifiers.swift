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
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        var text = prefix
        for _ in 0..<25 { text.append(alphabet.randomElement(using: &generator) ?? "0") }
        return Self(rawValue: text)
    }
}
