internal import Foundation

/// The order of names in Swedish (CLDR `sv`): å, ä and ö after z in that order, v and w as separate letters, ü and ű
/// as y, æ as ä, ø and œ as ö; other accents and case decide only between names that are otherwise equal.
public enum SwedishOrder {
    public static func precedes(_ left: String, _ right: String) -> Bool {
        let (one, other) = (weights(left), weights(right))
        return one == other
            ? left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
            : one.lexicographicallyPrecedes(other)
    }

    /// Digits before letters, and what is neither before both; combining marks and punctuation count for nothing.
    private static func weights(_ text: String) -> [UInt32] {
        text.lowercased().flatMap { character -> [UInt32] in
            if let special = specials[character] { return special }
            return decomposed(character).compactMap { scalar in
                switch scalar.value {
                case 32: 1
                case 48...57: scalar.value
                case 97...122: scalar.value
                case 0..<128, 0x300..<0x370: nil
                default: 0x1000 + scalar.value
                }
            }
        }
    }

    private static func decomposed(_ character: Character) -> String.UnicodeScalarView {
        String(character).decomposedStringWithCanonicalMapping.unicodeScalars
    }

    private static let specials: [Character: [UInt32]] = [
        "å": [200], "ä": [201], "æ": [201], "ę": [201], "ö": [202], "ø": [202], "œ": [202], "ő": [202],
        "ü": [121], "ű": [121], "ð": [100], "đ": [100], "þ": [116, 104], "ß": [115, 115], "ł": [108],
    ]
}
