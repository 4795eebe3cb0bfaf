import SourceText

/// UTF-8 that was once read as Windows-1252: `JÃ¶nkÃ¶ping`.
enum Mojibake {
    /// The text that was meant; `nil` where nothing shows that it was spoilt.
    ///
    /// Only a text that holds `Ã` or `Â`, that Windows-1252 can hold, and that is then valid UTF-8 is taken for
    /// spoilt: Portuguese and French names are not.
    static func repaired(_ text: String) -> String? {
        guard !text.isPrintableASCII, isSuspect(text) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = TextEncoding.windows1252Byte(scalar) else { return nil }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func isSuspect(_ text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { isSuspect($0) } ?? isSuspect(Array(text.utf8))
    }

    private static func isSuspect(_ bytes: some Sequence<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes {
            if previous == 0xC3, byte == 0x82 || byte == 0x83 { return true }
            previous = byte
        }
        return false
    }
}
