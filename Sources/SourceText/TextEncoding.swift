/// The encodings in which lists arrive.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"

    /// Finds the encoding and gives the text as UTF-8 without byte order mark.
    ///
    /// A byte order mark decides. Without one the text is UTF-8 if it is wholly valid, else Windows-1252, where every
    /// byte means something (the five undefined ones become C1 controls, as browsers read them). Errors after a
    /// byte order mark become U+FFFD. Linear, and never fails.
    public static func decoded(_ bytes: [UInt8]) -> (utf8: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (Array(bytes.dropFirst(3)), .utf8) }
        if bytes.starts(with: [0xFF, 0xFE]) {
            return (utf16(bytes.dropFirst(2), lowByteFirst: true), .utf16LittleEndian)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return (utf16(bytes.dropFirst(2), lowByteFirst: false), .utf16BigEndian)
        }
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, .utf8) }
        return (fromWindows1252(bytes), .windows1252)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var rest = bytes.makeIterator()
        while let first = rest.next() {
            // Half a unit at the very end is an error like any other.
            guard let second = rest.next() else {
                units.append(0xFFFD)
                break
            }
            units.append(
                lowByteFirst ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second))
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                result.append(byte)
            } else {
                result.append(contentsOf: highHalf[Int(byte) - 0x80])
            }
        }
        return result
    }

    /// UTF-8 of the bytes 0x80 to 0xFF (the table of WHATWG's Encoding Standard).
    private static let highHalf: [[UInt8]] = (0x80...0xFF).map { byte in
        let value = byte < 0xA0 ? windows1252Specials[byte - 0x80] : UInt32(byte)
        return Unicode.Scalar(value).map { Array(String($0).utf8) } ?? [0x3F]
    }

    private static let windows1252Specials: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The byte a scalar has in Windows-1252; `nil` for one it does not hold.
    public static func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
        return windows1252Specials.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
    }
}
