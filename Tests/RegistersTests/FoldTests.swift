import Registers
import Testing

@Suite("Folding")
struct FoldTests {
    @Test(
        "Diacritics and case go, and the letters that do not decompose are spelt out",
        arguments: [
            ("Åsa Öz", "asa oz"), ("KRISTINA YILMAZER", "kristina yilmazer"),
            ("Kristina Yılmazer", "kristina yilmazer"),
            ("Frøydis Æther", "froydis aether"), ("Łukasz Đorđe", "lukasz dorde"), ("Straße", "strasse"),
            ("A\u{30A}sa", "asa"), ("Désirée", "desiree"), ("Αθήνα", "αθηνα"), ("", ""),
        ])
    func folded(text: String, expected: String) {
        #expect(Fold.folded(text) == expected)
    }

    @Test("Caseless text keeps its diacritics and is composed")
    func caseless() {
        #expect(Array(Fold.caseless("HA\u{30A}BO").unicodeScalars) == Array("håbo".unicodeScalars))
        #expect(Fold.caseless("STRAßE") == "strasse")
        #expect(Fold.caseless("Habo") != Fold.caseless("Håbo"))
    }
}
