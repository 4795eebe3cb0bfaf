/// Text as a workbook's XML can hold it (ECMA-376 part 1, 22.9.2.19, `ST_Xstring`): a character that XML forbids stands
/// as `_x0001_`, and text that happens to look so as `_x005F_x0001_`. Nothing is lost: readers turn both back.
enum CellEscape {
    /// XML 1.0 forbids it even as a reference, or turns it into another (CR into LF).
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "_" || isForbidden($0) }) else { return text }
        var result = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        while let scalar = rest.first {
            if isForbidden(scalar) {
                result.append(contentsOf: code(scalar).unicodeScalars)
            } else if scalar == "_", looksEscaped(rest) {
                result.append(contentsOf: "_x005F_".unicodeScalars)
            } else {
                result.append(scalar)
            }
            rest.removeFirst()
        }
        return String(result)
    }

    /// Properties and the like have no such escape: a blank stands in the place.
    static func blanked(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isForbidden(scalar) ? " " : scalar) }
        return String(result)
    }

    private static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
    }

    private static func looksEscaped(_ text: Substring.UnicodeScalarView) -> Bool {
        let seven = Array(text.prefix(7))
        return seven.count == 7 && seven[1] == "x" && seven[6] == "_"
            && seven[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
    }
}
