import Crypto

/// A key two nodes share to sign what one sends the other: 24 to 64 bytes, written `whsec_` and their base64.
///
/// It never prints itself: not in a description, not in a dump, not in an error.
public struct SignatureSecret: Sendable, Hashable {
    public enum Defect: Error, Sendable, Hashable, CustomStringConvertible {
        case missingPrefix
        case notBase64
        case lengthInBytes(Int)

        public var description: String {
            let advice = "Write `whsec_` and the padded base64 of 24 to 64 random bytes."
            return switch self {
            case .missingPrefix: "A signature secret begins with `whsec_`. \(advice)"
            case .notBase64: "What follows `whsec_` is not padded base64. \(advice)"
            case .lengthInBytes(let count): "A signature secret of \(count) bytes. \(advice)"
            }
        }
    }

    /// The lengths Standard Webhooks allows.
    public static let lengthsInBytes = 24...64

    let key: SymmetricKey

    /// - Parameter text: `whsec_` followed by base64 in its canonical spelling: no white space, no URL alphabet.
    public init(_ text: some StringProtocol) throws(Defect) {
        let prefix = "whsec_"
        guard text.hasPrefix(prefix) else { throw .missingPrefix }
        guard let bytes = Base64.decoded(Array(text.utf8.dropFirst(prefix.utf8.count))) else { throw .notBase64 }
        try self.init(bytes: bytes)
    }

    /// - Parameter bytes: random bytes from outside; this floor draws none itself.
    public init(bytes: [UInt8]) throws(Defect) {
        guard Self.lengthsInBytes.contains(bytes.count) else { throw .lengthInBytes(bytes.count) }
        key = SymmetricKey(data: bytes)
    }

    /// `whsec_…`, to be shown once to whoever configures the other side.
    public var revealed: String {
        "whsec_" + String(decoding: Base64.encoded(key.withUnsafeBytes { Array($0) }), as: UTF8.self)
    }

    public static func == (left: SignatureSecret, right: SignatureSecret) -> Bool {
        left.key == right.key
    }

    public func hash(into hasher: inout Hasher) {
        key.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension SignatureSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "whsec_(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
