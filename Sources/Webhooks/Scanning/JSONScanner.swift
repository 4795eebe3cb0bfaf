/// A cursor over JSON text that reads tokens and refuses all that RFC 7493 (I-JSON) calls ambiguous.
///
/// It borrows the bytes: it must not outlive the closure that lent them. No byte is read outside their bounds, for
/// every step asks for the end first.
struct JSONScanner {
    /// The outermost bracket is at depth 1.
    static let deepest = 32

    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0

    /// Refuses a byte order mark and the other encodings at once.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ScanError) {
        self.bytes = bytes
        let head = bytes.prefix(3)
        if head.elementsEqual([0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, at: 0) }
        if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) { throw error(.utf16, at: 0) }
        if bytes.count >= 2, bytes[0] == 0 || bytes[1] == 0 { throw error(.utf16, at: 0) }
    }

    /// The byte under the cursor, or `nil` at the end.
    @inline(__always)
    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    @inline(__always)
    mutating func skipSpace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }

    /// Takes one character of syntax, or says that it was expected.
    @inline(__always)
    mutating func take(_ byte: UInt8, _ name: StaticString) throws(ScanError) {
        guard current == byte else { throw unexpected(name) }
        offset += 1
    }

    /// Called behind a value inside brackets: answers whether another one follows.
    mutating func takesComma(before closing: UInt8) throws(ScanError) -> Bool {
        skipSpace()
        if current == closing {
            offset += 1
            return false
        }
        let comma = offset
        try take(UInt8(ascii: ","), "a comma or a closing bracket")
        skipSpace()
        if current == closing { throw error(.trailingComma, at: comma) }
        return true
    }

    /// Called at the opening bracket: answers whether there is anything inside.
    mutating func opens(closing: UInt8) -> Bool {
        offset += 1
        skipSpace()
        guard current == closing else { return true }
        offset += 1
        return false
    }

    /// A key with its colon, the cursor left at the value.
    mutating func key() throws(ScanError) -> JSONString {
        guard current == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let key = try string()
        skipSpace()
        try take(UInt8(ascii: ":"), "a colon")
        skipSpace()
        return key
    }

    mutating func finish() throws(ScanError) {
        skipSpace()
        guard let byte = current else { return }
        throw error(byte == 0 ? .nul : .trailingContent, at: offset)
    }

    func unexpected(_ name: StaticString) -> ScanError {
        switch current {
        case nil: error(.unexpectedEnd, at: offset)
        case 0: error(.nul, at: offset)
        default: error(.unexpectedByte(expected: "\(name)"), at: offset)
        }
    }

    /// Only errors pay for lines and columns.
    func error(_ defect: ScanError.Defect, at offset: Int) -> ScanError {
        let before = bytes.prefix(offset)
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return ScanError(defect: defect, offset: offset, line: line, column: column)
    }
}
