internal import Foundation

/// Forms of a text that compare equal where people mean the same.
public enum Fold {
    /// Lower case without diacritics: `Åsa Öz` becomes `asa oz`. Lower-cased, decomposed (NFD), non-spacing marks
    /// dropped, and ı→i, ø→o, æ→ae, ß→ss, ł→l, đ→d, which do not decompose.
    ///
    /// Never for choosing between municipalities by itself: Habo and Håbo fold alike.
    public static func folded(_ text: String) -> String {
        if isASCII(text) { return lowered(text) }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard scalar.value < UInt32(latin.count) else { return foldedSlowly(text) }
            result += latin[Int(scalar.value)]
        }
        return result
    }

    /// Lower case with diacritics kept, composed (NFC), ß as ss: for words that must be equal but for their case.
    public static func caseless(_ text: String) -> String {
        if isASCII(text) { return lowered(text) }
        let lower = composed(text).lowercased()
        return composed(holdsSharpS(lower) ? lower.replacing("ß", with: "ss") : lower)
    }

    /// Normal form C. Free for texts below U+0300, which are all in that form.
    public static func composed(_ text: String) -> String {
        // Scalars from U+0300 on begin with the byte 0xCC or a greater one.
        text.utf8.allSatisfy { $0 < 0xCC } ? text : text.precomposedStringWithCanonicalMapping
    }

    private static func isASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 }
    }

    private static func lowered(_ text: String) -> String {
        text.utf8.contains { (0x41...0x5A).contains($0) } ? text.lowercased() : text
    }

    /// The folded form of each scalar below U+0250.
    private static let latin: [String] = (0..<0x250).map { value in
        Unicode.Scalar(UInt32(value)).map { foldedSlowly(String($0)) } ?? ""
    }

    private static func foldedSlowly(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "ı": result.append("i")
            case "ø": result.append("o")
            case "æ": result.append(contentsOf: "ae".unicodeScalars)
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            case "ł": result.append("l")
            case "đ": result.append("d")
            default:
                if scalar.properties.generalCategory != .nonspacingMark { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// Whether `ß` stands in the text, which the other letters of its first byte do not tell: `å`, `ä`, `ö`.
    private static func holdsSharpS(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if previous == 0xC3, byte == 0x9F { return true }
            previous = byte
        }
        return false
    }
}
