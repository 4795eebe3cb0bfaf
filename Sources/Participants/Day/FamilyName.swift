internal import Registers
internal import Wording

/// Where a person stands in a list by family name, found in a name as it was typed.
///
/// The family name is the last word; where the words before it are particles (`von`, `af`, `de la`), they belong to it.
/// The place in the list is that of the word after the particles, as in Swedish catalogues: `Carl von Essen` stands
/// under E. A double name without a hyphen is found by its last word, for nobody can tell it from a middle name.
struct FamilyName: Sendable, Hashable {
    /// With its particles: `von Essen`. Empty for a name without words.
    let whole: String
    /// Without them: `Essen`.
    let main: String
    /// What stands before: `Carl`.
    let given: String
    /// As it is listed: `von Essen, Carl`. A name that has a comma of its own stands as it was typed, and so does one word.
    let listed: String

    init(in name: String) {
        let typed = CellText.cleaned(name)
        let words = typed.split(separator: " ").map(String.init)
        guard let last = words.indices.last else {
            (whole, main, given, listed) = ("", "", "", "")
            return
        }
        var first = last
        // The first word is a given name, whatever it looks like.
        while first > 1, Self.particles.contains(Fold.caseless(words[first - 1])) { first -= 1 }
        main = words[last]
        whole = words[first...].joined(separator: " ")
        given = words[..<first].joined(separator: " ")
        listed = given.isEmpty || typed.utf8.contains(UInt8(ascii: ",")) ? typed : "\(whole), \(given)"
    }

    /// In Swedish order by family name, then given name, then particles.
    static func precedes(_ left: FamilyName, _ right: FamilyName) -> Bool {
        for (one, other) in [(left.main, right.main), (left.given, right.given), (left.whole, right.whole)] {
            if SwedishOrder.precedes(one, other) { return true }
            if SwedishOrder.precedes(other, one) { return false }
        }
        return false
    }

    private static let particles: Set<String> = [
        "af", "av", "von", "van", "der", "den", "de", "du", "da", "dos", "das", "di", "del", "della", "la", "le", "zu",
        "zur", "ten", "ter", "al", "el", "bin", "ibn",
    ]
}
