internal import Crypto
internal import Foundation

/// What tells one content from another, whatever its name.
enum ContentDigest {
    /// SHA-256 in lower-case hex.
    static func hexadecimal(of bytes: some Collection<UInt8>) -> String {
        SHA256.hash(data: Data(bytes)).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
