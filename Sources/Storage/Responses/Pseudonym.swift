/// What stands for a person in the answers of one conference: a keyed hash that cannot be turned back without the
/// conference's key, which is kept outside the store.
public struct Pseudonym: Sendable, Hashable, Comparable {
    /// 16 bytes.
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public static func < (left: Pseudonym, right: Pseudonym) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
