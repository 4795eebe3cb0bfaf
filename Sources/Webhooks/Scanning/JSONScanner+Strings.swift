/// Where a string stands between its quotes, already checked.
struct JSONString {
    var start: Int
    var end: Int
    var hasEscapes: Bool
}

extension JSONScanner {
    /// Reads a string and checks its escapes, controls and UTF-8; the cursor is at the opening quote.
    mutating func string() throws(ScanError) -> JSONString {
        let quote = offset
        offset += 1
        let start = offset
        var hasEscapes = false
        var isASCII = true
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                let string = JSONString(start: start, end: offset, hasEscapes: hasEscapes)
                if !isASCII { try checkUTF8(from: start, to: offset) }
                offset += 1
                return string
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                _ = try escape()
            } else if byte < 0x20 {
                throw error(byte == 0 ? .nul : .controlCharacter, at: offset)
            } else {
                if byte >= 0x80 { isASCII = false }
                offset += 1
            }
        }
        throw error(.unterminatedString, at: quote)
    }

    /// The string's value.
    func text(_ string: JSONString) -> String {
        guard string.hasEscapes else {
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[string.start..<string.end]), as: UTF8.self)
        }
        var reader = self
        reader.offset = string.start
        var value: [UInt8] = []
        value.reserveCapacity(string.end - string.start)
        while reader.offset < string.end {
            let byte = bytes[reader.offset]
            if byte == UInt8(ascii: "\\"), let scalar = try? reader.escape() {
                value.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            } else {
                value.append(byte)
                reader.offset += 1
            }
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// Whether the string is a name of ours; one spelled with escapes counts as well.
    @inline(__always)
    func matches(_ string: JSONString, _ name: StaticString) -> Bool {
        if string.hasEscapes { return text(string) == "\(name)" }
        guard string.end - string.start == name.utf8CodeUnitCount else { return false }
        let letters = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        return bytes[string.start..<string.end].elementsEqual(letters)
    }

    /// Whether two strings have the same value, byte for byte after their escapes.
    func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.elementsEqual(right.utf8)
    }

    /// One escape, with the second half where it is a surrogate pair; the cursor is at the backslash.
    private mutating func escape() throws(ScanError) -> Unicode.Scalar {
        let backslash = offset
        offset += 1
        guard let letter = current else { throw error(.unterminatedString, at: backslash) }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): break
        default: throw error(.badEscape, at: backslash)
        }
        guard let unit = codeUnit() else { throw error(.badEscape, at: backslash) }
        if let scalar = Unicode.Scalar(unit) {
            guard unit != 0 else { throw error(.nul, at: backslash) }
            return scalar
        }
        guard unit < 0xDC00, current == UInt8(ascii: "\\") else { throw error(.loneSurrogate, at: backslash) }
        offset += 1
        guard current == UInt8(ascii: "u") else { throw error(.loneSurrogate, at: backslash) }
        offset += 1
        guard let low = codeUnit(), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
        else { throw error(.loneSurrogate, at: backslash) }
        return scalar
    }

    /// Four hexadecimal digits.
    private mutating func codeUnit() -> UInt16? {
        guard bytes.count - offset >= 4 else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[offset..<offset + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        offset += 4
        return unit
    }

    /// The well-formed sequences of the Unicode Standard, table 3-7: no overlong form, surrogate or scalar past 10FFFF.
    private func checkUTF8(from start: Int, to end: Int) throws(ScanError) {
        var place = start
        while place < end {
            let lead = bytes[place]
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0..<0x80: length = 1
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            case 0xF1...0xF3: length = 4
            default: throw error(.badUTF8, at: place)
            }
            guard place + length <= end, length == 1 || second.contains(bytes[place + 1]),
                length < 3 || bytes[(place + 2)..<(place + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { throw error(.badUTF8, at: place) }
            place += length
        }
    }
}
