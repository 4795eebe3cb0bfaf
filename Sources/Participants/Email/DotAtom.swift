/// The part of an address before the `@` where it stands without quotes (RFC 5322, section 3.2.3).
public enum DotAtom {
    /// Whether a byte is a letter or digit of ASCII or one of the signs that an atom may hold.
    public static func isAtomText(_ byte: UInt8) -> Bool {
        byte < 0x80 && atomText[Int(byte)]
    }

    /// Whether a byte is a letter or digit of ASCII.
    public static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Whether a text is atoms joined by single dots, 1 to 64 octets in all. Letters, digits and their marks beyond
    /// ASCII count as atom text (RFC 6532, section 3.2); other spaces, signs and invisible characters do not.
    public static func isLocalPart(_ text: some StringProtocol) -> Bool {
        guard (1...64).contains(text.utf8.count) else { return false }
        let dot = UInt8(ascii: ".")
        var previous = dot
        var isASCII = true
        for byte in text.utf8 {
            if byte == dot, previous == dot { return false }
            guard byte == dot || byte >= 0x80 || isAtomText(byte) else { return false }
            isASCII = isASCII && byte < 0x80
            previous = byte
        }
        guard previous != dot else { return false }
        return isASCII || text.unicodeScalars.allSatisfy { $0.isASCII || isWord($0) }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: return true
        default: return false
        }
    }

    private static let atomText: [Bool] = (0..<128).map { byte in
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}
