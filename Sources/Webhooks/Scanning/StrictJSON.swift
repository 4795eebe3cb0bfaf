/// JSON that means one thing to every reader: RFC 8259 within the limits of RFC 7493 (I-JSON).
public enum StrictJSON {
    /// Reads the whole text and refuses what readers disagree on: equal keys, half surrogates, NUL, numbers outside
    /// 64 bits, byte order marks, other encodings, more than 32 brackets deep.
    public static func check(_ bytes: UnsafeRawBufferPointer) throws(ScanError) {
        try bytes.withMemoryRebound(to: UInt8.self) { bytes throws(ScanError) in
            var scanner = try JSONScanner(bytes)
            scanner.skipSpace()
            if scanner.current == nil { throw scanner.error(.empty, at: scanner.offset) }
            try scanner.skipValue(depth: 0)
            try scanner.finish()
        }
    }

    public static func check(_ bytes: [UInt8]) throws(ScanError) {
        try bytes.withUnsafeBufferPointer { bytes throws(ScanError) in try check(UnsafeRawBufferPointer(bytes)) }
    }
}
