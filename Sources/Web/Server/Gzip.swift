import CZlib

/// Compresses whole replies; what comes in compressed is refused instead (`ProblemKind/compressedBody`).
enum Gzip {
    /// Below this a wrapper of 20 bytes and the work cost more than they save.
    static let smallestWorthwhileSize = 1024

    /// The bytes as one gzip member, or `nil` where zlib has no memory for it.
    ///
    /// - Parameter level: 1 (fast) to 9 (small); pages made anew for each reader take 4, files made once take 9.
    static func compressed(_ bytes: some Collection<UInt8>, level: Int32 = 4) -> [UInt8]? {
        var input = Array(bytes)
        guard let length = UInt32(exactly: input.count) else { return nil }
        var stream = z_stream()
        guard genklang_gzip_start(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let bound = deflateBound(&stream, UInt(length))
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: Int(bound)) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = length
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }.nonEmpty
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
