/// Texts in JSON (RFC 8259, section 7).
enum JSONText {
    /// Only what must be escaped is: the quotation mark, the backslash and the control characters below 32, by
    /// their short forms or as `\u00xx` in lower case.
    static func append(_ text: String, to result: inout String) {
        result += "\""
        if text.utf8.contains(where: { $0 < 32 || $0 == 34 || $0 == 92 }) {
            for scalar in text.unicodeScalars { append(scalar, to: &result) }
        } else {
            result += text
        }
        result += "\""
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\u{8}": result += "\\b"
        case "\u{C}": result += "\\f"
        case _ where scalar.value < 32:
            result += scalar.value < 16 ? "\\u000" : "\\u00"
            result += String(scalar.value, radix: 16)
        default: result.unicodeScalars.append(scalar)
        }
    }
}
