import SourceText
import Testing

@Suite("Spelling")
struct SpellingTests {
    /// Distances of the literature: kitten/sitting 3 (Levenshtein); "ca"/"abc" is 3 with optimal string alignment
    /// and 2 with unrestricted Damerau (Boytsov 2011, example in section 2.2).
    @Test(
        "Distances are those of optimal string alignment",
        arguments: [
            ("kitten", "sitting", 3), ("ca", "abc", 3), ("sender", "sendre", 1), ("", "abc", 3), ("å", "a", 1),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(Spelling.distance(left, right) == expected)
        #expect(Spelling.distance(right, left) == expected)
    }

    @Test("The word that was meant is named, a far one is not")
    func nearest() {
        #expect(Spelling.nearest(to: "sendr", in: ["port", "sender"]) == "sender")
        #expect(Spelling.nearest(to: "xy", in: ["port", "sender"]) == nil)
        #expect(Spelling.advice(for: "zzz", known: ["b", "aa"]) == "Known here: aa, b.")
    }
}
