public import Registers

/// A wave of letters: the name of its folder in `Mailings/`, `"before"`.
public struct LetterWaveName: TextIdentifier {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Lower-case letters, digits and hyphens, 1 to 40 of them, beginning with a letter.
    var isWellFormed: Bool {
        guard let first = rawValue.utf8.first, (97...122).contains(first), rawValue.utf8.count <= 40 else {
            return false
        }
        return rawValue.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
