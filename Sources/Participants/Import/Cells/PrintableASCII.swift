extension String {
    /// Whether the text holds nothing but printable ASCII and spaces: most cells, which need no further look at their
    /// characters. Eight bytes are looked at at once.
    var isPrintableASCII: Bool {
        utf8.withContiguousStorageIfAvailable { Self.isPrintableASCII(UnsafeRawBufferPointer($0)) }
            ?? utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func isPrintableASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        var place = 0
        while place + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            // Of eight printable bytes none carries or borrows and no high bit is set; a byte beyond ASCII, a delete or
            // a control sets one.
            guard (word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020)) & high == 0 else {
                return false
            }
            place += 8
        }
        return bytes[place...].allSatisfy { (0x20...0x7E).contains($0) }
    }
}
