/// Finds the word that was probably meant.
public enum Spelling {
    /// The optimal-string-alignment distance of two words: insertions, deletions, substitutions and swaps of
    /// neighbouring scalars, no part edited twice (Boytsov 2011, section 2.2).
    ///
    /// The cost is the product of the lengths; words over 256 scalars are compared by their first 256.
    public static func distance(_ left: some StringProtocol, _ right: some StringProtocol) -> Int {
        distance(Array(left.unicodeScalars.prefix(256)), Array(right.unicodeScalars.prefix(256)))
    }

    /// The candidate closest to a word, if it lies within a third of the word's length (at least one edit, at
    /// most three) or begins with the word (of four letters or more); the first of several equally close.
    public static func nearest<Candidates: Sequence>(to word: String, in candidates: Candidates) -> String?
    where Candidates.Element == String {
        let folded = word.lowercased()
        let limit = min(3, max(1, folded.unicodeScalars.count / 3))
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let other = candidate.lowercased()
            let isBeginning = folded.count >= 4 && other.hasPrefix(folded)
            let found = isBeginning ? limit : distance(folded, other)
            if found <= limit, found < best?.distance ?? .max { best = (candidate, found) }
        }
        return best?.word
    }

    /// `Did you mean "sender"?`, or the words that are known if none is close.
    public static func advice(for word: String, known: [String]) -> String? {
        if let near = nearest(to: word, in: known) { return "Did you mean \"\(near)\"?" }
        guard !known.isEmpty else { return nil }
        return "Known here: \(known.sorted().joined(separator: ", "))."
    }

    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var cost = min(previous[column + 1] + 1, current[column] + 1)
                cost = min(cost, previous[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
