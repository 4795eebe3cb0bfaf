/// Texts in JSON (RFC 8259, section 7).
enum JSONText {
    /// In quotation marks. Only what must be escaped is: the quotation mark, the backslash and the control characters
    /// below 32, by their short forms or as `\u00xx` in lower case.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        if text.utf8.contains(where: mustBeEscaped) {
            for byte in text.utf8 { append(byte, to: &bytes) }
        } else {
            bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func append(_ text: String, to result: inout String) {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        result += String(decoding: bytes, as: UTF8.self)
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool { byte < 32 || byte == 34 || byte == 92 }

    private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        guard mustBeEscaped(byte) else { return bytes.append(byte) }
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case 8: bytes.append(UInt8(ascii: "b"))
        case 12: bytes.append(UInt8(ascii: "f"))
        case 0..<32:
            let digits = Array("0123456789abcdef".utf8)
            bytes += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), digits[Int(byte >> 4)]]
            bytes.append(digits[Int(byte & 15)])
        default: bytes.append(byte)
        }
    }
}
