import Crypto
import Storage

/// What the store keeps of a token: its SHA-256.
enum Token {
    static func hash(_ text: String) -> TokenHash {
        TokenHash(bytes: Array(SHA256.hash(data: Array(text.utf8))))
    }
}
