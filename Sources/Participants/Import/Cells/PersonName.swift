import Registers

/// Names of people as they stand in lists, and whether two of them can be one person's.
enum PersonName {
    /// `Efternamn, Förnamn` turned round; case and particles as they were typed.
    static func turned(_ name: String) -> String {
        guard name.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return name }
        let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { part in
            CellText.cleaned(String(part))
        }
        guard parts.count == 2 else { return name }
        return joined(given: parts[1], family: parts[0])
    }

    static func joined(given: String, family: String) -> String {
        given.isEmpty ? family : family.isEmpty ? given : given + " " + family
    }

    /// Whether two names, folded, can only be two people's: neither's words are all among the other's, and they
    /// do not share the last word and the first initial. A missing name differs from none.
    static func clearlyDiffer(_ left: String, _ right: String) -> Bool {
        guard left != right else { return false }
        let leftWords = words(left)
        let rightWords = words(right)
        let leftSet = Set(leftWords)
        let rightSet = Set(rightWords)
        if leftSet.isSubset(of: rightSet) || rightSet.isSubset(of: leftSet) { return false }
        return leftWords.last != rightWords.last || leftWords.first?.first != rightWords.first?.first
    }

    /// ``clearlyDiffer(_:_:)`` of names as they are written.
    static func areUnlike(_ left: String, _ right: String) -> Bool {
        clearlyDiffer(Fold.folded(left), Fold.folded(right))
    }

    private static func words(_ folded: String) -> [Substring] {
        folded.split { $0 == " " || $0 == "-" }
    }

    /// Of two ways to write one name (equal after folding), whether the second is the better: it has more letters
    /// beyond ASCII, or as many and mixed case where the first is all capitals or all small.
    static func isBetter(_ candidate: String, than name: String) -> Bool {
        let more = letters(beyondASCII: candidate) - letters(beyondASCII: name)
        if more != 0 { return more > 0 }
        return isMixed(candidate) && !isMixed(name)
    }

    private static func letters(beyondASCII name: String) -> Int {
        name.unicodeScalars.count { !$0.isASCII && $0.properties.isAlphabetic }
    }

    private static func isMixed(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0.properties.isLowercase }
            && name.unicodeScalars.contains { $0.properties.isUppercase }
    }
}
