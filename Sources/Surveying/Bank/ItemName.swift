public import Registers

/// An item of the bank, a question of a survey, or a key of an answer: `P01`.
///
/// ASCII letters, digits, `-` and `_`, beginning with a letter, at most 40 of them; ``isWellFormed`` says so.
public struct ItemName: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public var isWellFormed: Bool {
        let bytes = rawValue.utf8
        guard let first = bytes.first, bytes.count <= 40 else { return false }
        return ItemName.isLetter(first)
            && bytes.allSatisfy { ItemName.isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
}
