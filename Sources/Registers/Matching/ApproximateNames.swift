/// Names by length, for finding those exactly one edit (optimal string alignment) away from a word.
struct ApproximateNames: Sendable {
    private let names: [[(name: [UInt8], codes: Set<MunicipalityCode>)]]

    /// A word with fewer letters than this is too short to be taken for a slip.
    private static let fewestLetters = 5

    /// - Parameter folded: names after ``Fold``; those that are not ASCII then are left out, for none is Swedish.
    init(_ folded: [String: Set<MunicipalityCode>]) {
        let longest = folded.keys.map(\.utf8.count).max() ?? 0
        var names = [[(name: [UInt8], codes: Set<MunicipalityCode>)]](repeating: [], count: longest + 1)
        for (name, codes) in folded.sorted(by: { $0.key < $1.key }) where name.utf8.allSatisfy({ $0 < 0x80 }) {
            names[name.utf8.count].append((Array(name.utf8), codes))
        }
        self.names = names
    }

    /// The codes with a name one edit from the folded word, in order; none for words under five letters.
    func codes(near word: String) -> [MunicipalityCode] {
        let bytes = Array(word.unicodeScalars.prefix(names.count + 1).map { $0.isASCII ? UInt8($0.value) : 0xFF })
        guard bytes.count <= names.count else { return [] }
        let letters = word.unicodeScalars.count { $0.properties.isAlphabetic }
        guard letters >= Self.fewestLetters else { return [] }
        var found: Set<MunicipalityCode> = []
        for length in max(0, bytes.count - 1)...bytes.count + 1 where length < names.count {
            for candidate in names[length] where Self.isOneEdit(bytes, candidate.name) {
                found.formUnion(candidate.codes)
            }
        }
        return found.sorted()
    }

    /// Whether one insertion, deletion, substitution or swap of neighbours makes one word the other.
    static func isOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count <= right.count else { return isOneEdit(right, left) }
        var start = 0
        while start < left.count, left[start] == right[start] { start += 1 }
        var end = 0
        while end < left.count - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        let leftRest = left.count - start - end
        let rightRest = right.count - start - end
        switch (leftRest, rightRest) {
        case (0, 1), (1, 1): return true
        case (2, 2): return left[start] == right[start + 1] && left[start + 1] == right[start]
        default: return false
        }
    }
}
