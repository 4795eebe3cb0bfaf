/// What a browser posts as `application/x-www-form-urlencoded` (WHATWG URL standard, section 5), in its order,
/// repeated names kept.
struct FormBody {
    private(set) var fields: [(String, String)] = []

    /// Returns `nil` where the text is no UTF-8 once decoded, holds NUL, a broken escape, or over 2 000 fields.
    init?(_ bytes: [UInt8]) {
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            guard fields.count < 2000 else { return nil }
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = FormBody.decoded(parts[0]),
                let value = parts.count == 2 ? FormBody.decoded(parts[1]) : ""
            else { return nil }
            fields.append((name, value))
        }
    }

    func first(_ name: String) -> String? {
        fields.first { $0.0 == name }?.1
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): result.append(32)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexadecimal), let low = rest.popFirst().flatMap(hexadecimal)
                else { return nil }
                result.append(high << 4 | low)
            case 0: return nil
            default: result.append(byte)
            }
        }
        guard !result.contains(0) else { return nil }
        // Browsers end the lines of a text area with CR LF; it is stored with LF, as it was typed.
        return String(validating: result, as: UTF8.self)?.replacingCarriageReturns
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension String {
    fileprivate var replacingCarriageReturns: String {
        guard utf8.contains(13) else { return self }
        var lines = ""
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar == "\r" {
                lines += "\n"
            } else if scalar != "\n" || previous != "\r" {
                lines.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return lines
    }
}
