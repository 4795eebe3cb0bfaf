/// What names a response for ever: who sent it, and the sender's own id.
///
/// Compared byte by byte, as the store does: two spellings of the same letter are two ids.
public struct ResponseKey: Sendable {
    public let source: String
    public let id: String

    public init(source: String, id: String) {
        self.source = source
        self.id = id
    }
}

extension ResponseKey: Hashable {
    public static func == (left: ResponseKey, right: ResponseKey) -> Bool {
        left.source.utf8.elementsEqual(right.source.utf8) && left.id.utf8.elementsEqual(right.id.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in source.utf8 { hasher.combine(byte) }
        hasher.combine(UInt8(0xFF))
        for byte in id.utf8 { hasher.combine(byte) }
    }
}

extension ResponseKey: Comparable {
    public static func < (left: ResponseKey, right: ResponseKey) -> Bool {
        if left.source.utf8.elementsEqual(right.source.utf8) {
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
        return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
    }
}
