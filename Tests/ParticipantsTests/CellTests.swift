import Testing

@testable import Participants

@Suite("Cleaning cells")
struct CellTests {
    @Test(
        "White space is one space, invisible characters go, a lone dash is nothing",
        arguments: [
            ("  Anna \u{A0}\t Berg\r\n", "Anna Berg"), ("A\u{30A}sa", "Åsa"), ("a\u{200B}b\u{AD}c\u{FEFF}", "abc"),
            ("-", ""), (" – ", ""), ("—", "—"), ("\u{0}\u{7}x", "x"), ("a\u{2003}b", "a b"), ("", ""), (" ", ""),
            ("Samordnare – nyanlända", "Samordnare – nyanlända"), ("å  ä", "å ä"), ("A\u{200B}\u{30A}", "Å"),
        ])
    func cleaned(raw: String, expected: String) {
        #expect(Array(CellText.cleaned(raw).unicodeScalars) == Array(expected.unicodeScalars))
        #expect(CellText.isBlank(raw) == expected.isEmpty)
    }

    @Test(
        "Spoilt UTF-8 is mended, names that hold the same letters are not",
        arguments: [
            ("JÃ¶nkÃ¶ping", "Jönköping"), ("Ã…re", "Åre"), ("VÃ¤rnamo", "Värnamo"), ("SÃ£o", "São"), ("São", nil),
            ("Ã", nil), ("Âge", nil), ("JÃ¶nköping", nil), ("Jönköping", nil), ("Ã\u{81}sa", "Ása"),
        ] as [(String, String?)])
    func mojibake(text: String, expected: String?) {
        #expect(Mojibake.repaired(text) == expected)
    }

    @Test(
        "Formulas are seen, numbers and telephone numbers are not taken for them",
        arguments: [
            ("=1+1", true), ("@SUM(A1:A9)", true), ("+cmd|' /C calc'!A0", true), ("-2+3+cmd", true),
            ("+46 70-174 06 05", false),
            ("+46 (0)36 10 50 00", false), ("-12,5", false), ("Rektor", false), ("a=1", false), ("+", true),
            ("- ", true),
        ])
    func formulas(cell: String, isFormula: Bool) {
        #expect(FormulaText.isFormula(cell) == isFormula)
    }

    @Test(
        "Names are turned at exactly one comma",
        arguments: [
            ("Sandström, Per", "Per Sandström"), ("de la Torre, Sören", "Sören de la Torre"),
            ("Per Sandström", "Per Sandström"),
            ("a, b, c", "a, b, c"), ("Larsson,", "Larsson"),
        ])
    func turned(name: String, expected: String) {
        #expect(PersonName.turned(name) == expected)
    }

    @Test(
        "Names clearly differ only where nothing joins them",
        arguments: [
            ("anna berg", "anna berg", false), ("anna berg", "anna maria berg", false), ("a berg", "anna berg", false),
            ("berg anna", "anna berg", false), ("emelie ronnqvist", "johan falk", true), ("", "johan falk", false),
            ("karin nygard", "anna-karin nygard", false), ("bo ek", "anna ek", true), ("anna ek", "anna berg", true),
        ])
    func differ(left: String, right: String, expected: Bool) {
        #expect(PersonName.clearlyDiffer(left, right) == expected)
        #expect(PersonName.clearlyDiffer(right, left) == expected)
    }
}
