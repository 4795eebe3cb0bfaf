/// Reads an object of answers in one pass over its bytes, which are known to be UTF-8.
struct AnswerReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// `nil` unless the bytes are one whole object.
    mutating func entries() -> [AnswerSet.Entry]? {
        guard take("{") else { return nil }
        var entries: [AnswerSet.Entry] = []
        if !take("}") {
            repeat {
                guard let name = text(), name.utf8.allSatisfy({ $0 < 128 }), take(":"), let value = value() else {
                    return nil
                }
                entries.append(AnswerSet.Entry(name: ItemName(rawValue: name), value: value))
            } while take(",")
            guard take("}") else { return nil }
        }
        skipSpace()
        return place == bytes.count ? entries : nil
    }

    private mutating func value() -> AnswerValue? {
        skipSpace()
        guard place < bytes.count else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "\""): return text().map { .text($0) }
        case UInt8(ascii: "["): return codes().map { .codes($0) }
        default: return number().map { .number($0) }
        }
    }

    private mutating func codes() -> [String]? {
        guard take("[") else { return nil }
        var codes: [String] = []
        if take("]") { return codes }
        repeat {
            guard let code = text() else { return nil }
            codes.append(code)
        } while take(",")
        return take("]") ? codes : nil
    }

    private mutating func number() -> Int64? {
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        let start = place
        var number: Int64 = 0
        while place < bytes.count, (48...57).contains(bytes[place]) {
            let digit = Int64(bytes[place] - 48)
            let (tens, over) = number.multipliedReportingOverflow(by: 10)
            let (sum, overAgain) =
                isNegative ? tens.subtractingReportingOverflow(digit) : tens.addingReportingOverflow(digit)
            if over || overAgain { return nil }
            number = sum
            place += 1
        }
        let digits = place - start
        guard digits > 0, digits == 1 || bytes[start] != 48 else { return nil }
        // A point or an exponent would follow here; what may follow a value is checked by the caller.
        return number
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        let start = place
        while place < bytes.count, bytes[place] != 34, bytes[place] != 92, bytes[place] >= 32 { place += 1 }
        guard place < bytes.count, bytes[place] >= 32 else { return nil }
        let head = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
        if bytes[place] == 34 {
            place += 1
            return head
        }
        return text(after: head)
    }

    /// The rest of a text with escapes.
    private mutating func text(after head: String) -> String? {
        var result = head
        while place < bytes.count {
            switch bytes[place] {
            case 34:
                place += 1
                return result
            case 92:
                place += 1
                guard let scalar = escaped() else { return nil }
                result.unicodeScalars.append(scalar)
            case 0..<32: return nil
            default:
                let start = place
                while place < bytes.count, bytes[place] != 34, bytes[place] != 92, bytes[place] >= 32 { place += 1 }
                result += String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard place < bytes.count else { return nil }
        let letter = bytes[place]
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicode()
        default: return nil
        }
    }

    private mutating func unicode() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard place + 1 < bytes.count, bytes[place] == 92, bytes[place + 1] == UInt8(ascii: "u") else { return nil }
        place += 2
        guard let second = fourDigits(), (0xDC00..<0xE000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard place + 4 <= bytes.count else { return nil }
        var number: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case 48...57: number = number << 4 + UInt32(byte - 48)
            case 65...70: number = number << 4 + UInt32(byte - 55)
            case 97...102: number = number << 4 + UInt32(byte - 87)
            default: return nil
            }
        }
        place += 4
        return number
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, [32, 9, 10, 13].contains(bytes[place]) { place += 1 }
    }
}
