import Crypto
import NIOCore

/// A file that is part of the program.
struct Asset: Sendable {
    let type: String
    let bytes: ByteBuffer
    let gzipped: ByteBuffer?
    /// The start of the digest of the content, for an address that changes with it.
    let version: String
    let isImmutable: Bool

    init(_ bytes: [UInt8], type: String, isImmutable: Bool) {
        self.type = type
        self.isImmutable = isImmutable
        self.bytes = ByteBuffer(bytes: bytes)
        gzipped = Gzip.compressed(bytes, level: 9).map { ByteBuffer(bytes: $0) }
        version = SHA256.hash(data: bytes).prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    static let stylesheet = Asset(PackageResources.genklang_css, type: "text/css; charset=utf-8", isImmutable: true)

    /// The published form of an answer on the wire.
    static let responseEventSchema = Asset(
        PackageResources.response_event_schema_json, type: "application/schema+json", isImmutable: false)
}
