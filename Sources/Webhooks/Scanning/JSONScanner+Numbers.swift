/// A number as it was written: JSON makes no difference between 4 and 4.0, an answer's code does.
enum JSONNumber {
    case integer(Int64)
    case fraction
}

extension JSONScanner {
    /// Reads a number; the cursor is at its first character.
    mutating func number() throws(ScanError) -> JSONNumber {
        let start = offset
        let isNegative = current == UInt8(ascii: "-")
        if isNegative { offset += 1 }
        guard let first = current, isDigit(first) else {
            let isWord = current == UInt8(ascii: "I") || current == UInt8(ascii: "N")
            throw error(current == nil ? .unexpectedEnd : isWord ? .notANumber : .malformedNumber, at: start)
        }
        var value: Int64 = 0
        var overflows = false
        let digits = offset
        while let byte = current, isDigit(byte) {
            let digit = Int64(byte - 48)
            let (product, one) = value.multipliedReportingOverflow(by: 10)
            let (sum, two) =
                isNegative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            value = sum
            overflows = overflows || one || two
            offset += 1
        }
        if first == 48, offset - digits > 1 { throw error(.malformedNumber, at: start) }
        let isFraction = try takesFraction(from: start)
        if isFraction {
            let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
            guard let number = Double(text), number.isFinite else { throw error(.numberOutOfRange, at: start) }
            return .fraction
        }
        guard !overflows else { throw error(.numberOutOfRange, at: start) }
        return .integer(value)
    }

    private mutating func takesFraction(from start: Int) throws(ScanError) -> Bool {
        var isFraction = false
        if current == UInt8(ascii: ".") {
            offset += 1
            try takeDigits(from: start)
            isFraction = true
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            offset += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
            try takeDigits(from: start)
            isFraction = true
        }
        return isFraction
    }

    private mutating func takeDigits(from start: Int) throws(ScanError) {
        guard let byte = current else { throw error(.unexpectedEnd, at: offset) }
        guard isDigit(byte) else { throw error(.malformedNumber, at: start) }
        while let byte = current, isDigit(byte) { offset += 1 }
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}
