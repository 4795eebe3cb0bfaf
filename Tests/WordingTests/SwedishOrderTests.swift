import Testing
import Wording

/// Lists in the order of CLDR `sv`: å, ä and ö last, v and w apart, ü as y, æ as ä.
@Suite("Swedish order")
struct SwedishOrderTests {
    @Test(
        "Names stand as in a Swedish list, whatever order they came in",
        arguments: [
            ["Zorn", "Åmål", "Ækerø", "Ängelholm", "Örebro", "Östersund"],
            ["Vallin", "Vik", "Vy", "Wallin", "Wik"],
        ])
    func lists(_ expected: [String]) {
        #expect(expected.reversed().sorted(by: SwedishOrder.precedes) == expected)
        for turn in expected.indices {
            let turned = Array(expected[turn...] + expected[..<turn])
            #expect(turned.sorted(by: SwedishOrder.precedes) == expected)
        }
    }

    @Test("A German ü stands as y: after x and before z")
    func umlaut() {
        #expect(["Müller", "Myller", "Mxa", "Mza"].sorted(by: SwedishOrder.precedes).first == "Mxa")
        #expect(["Müller", "Mxa", "Mza"].sorted(by: SwedishOrder.precedes) == ["Mxa", "Müller", "Mza"])
    }
}
