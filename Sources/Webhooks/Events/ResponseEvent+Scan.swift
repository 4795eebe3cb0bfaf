import Chronology

extension ResponseEvent {
    /// Reads one event in one pass, without an intermediate tree.
    ///
    /// Fields may stand in any order. A field the schema does not have is refused, for an `anwsers` that is ignored
    /// loses an answer in silence. `null` is no value: leave the field out.
    ///
    /// - Throws: the first ``ScanError``, with its place. Depth over 32, equal keys, NaN, numbers outside 64 bits, a
    ///   byte order mark, UTF-16, trailing commas, NUL, half surrogates and bad UTF-8 are errors.
    public static func scan(_ bytes: UnsafeRawBufferPointer) throws(ScanError) -> ResponseEvent {
        try bytes.withMemoryRebound(to: UInt8.self) { bytes throws(ScanError) in
            var reader = EventReader(scanner: try JSONScanner(bytes))
            return try reader.event()
        }
    }

    public static func scan(_ bytes: [UInt8]) throws(ScanError) -> ResponseEvent {
        try bytes.withUnsafeBufferPointer { bytes throws(ScanError) in try scan(UnsafeRawBufferPointer(bytes)) }
    }
}
