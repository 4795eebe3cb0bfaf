import SourceText
import Surveying
import Testing

@Suite("A mistaken bank")
struct BankErrorTests {
    private static let good = """
        scales:
          - name: s
            ordered: true
            points:
              - { code: 2, sv: Ja, en: Yes }
              - { code: 1, sv: Nej, en: No }
        items:
          - name: P01
            construct: c
            waves: [before, after]
            type: scale
            paired: true
            polarity: positive
            scale: s
            text: { sv: Fråga, en: Question }
        """

    @Test("The bank that the others are made from by one change is read")
    func goodBank() throws {
        let bank = try Bank(yaml: BankErrorTests.good, file: "bank.yml")
        #expect(bank.items.count == 1 && bank.warnings.isEmpty)
    }

    @Test(
        "is refused with the line of the mistake",
        arguments: [
            ("text: { sv: Fråga, en: Question }", "text: { sv: Fråga }", 15, "\"en\" is missing"),
            ("{ code: 1, sv: Nej, en: No }", "{ code: 1, sv: Nej }", 6, "\"en\" is missing"),
            ("{ code: 1, sv: Nej, en: No }", "{ code: 2, sv: Nej, en: No }", 6, "stands twice"),
            ("{ code: 1, sv: Nej, en: No }", "{ code: dont_know, sv: Nej, en: No }", 6, "state of its own"),
            ("scale: s", "scale: z", 14, "no scale \"z\""),
            ("type: scale", "type: scael", 11, "no question type"),
            ("construct: c", "constructt: c", 9, "Unknown key \"constructt\""),
            ("waves: [before, after]", "waves: [before, afetr]", 10, "no wave \"afetr\""),
            ("waves: [before, after]", "waves: [before]", 12, "asked in one wave"),
            ("polarity: positive", "level: learning", 8, "without a better end"),
            ("polarity: positive", "polarity: postive", 13, "cannot be \"postive\""),
            ("name: P01", "name: 1P", 8, "cannot name an item"),
            ("type: scale", "type: long-text", 11, "has no choices"),
            ("scale: s", "looksBackOn: P02", 11, "needs a scale"),
            ("paired: true", "paired: true\n    keptWith: contact", 13, "cannot be paired"),
            ("paired: true", "paired: true\n    looksBackOn: P02", 8, "looks back on P02"),
        ])
    func mistakes(part: String, instead: String, line: Int, message: String) throws {
        let text = BankErrorTests.good.replacing(part, with: instead)
        #expect(text != BankErrorTests.good)
        let errors = #expect(throws: Diagnostics.self) { try Bank(yaml: text, file: "bank.yml") }
        let found = errors?.items.contains { $0.line == line && $0.message.contains(message) } ?? false
        #expect(found, "\(errors?.description ?? "")")
        #expect(errors?.items.allSatisfy { $0.file == "bank.yml" } == true)
    }

    @Test("All mistakes come together")
    func together() throws {
        let text = BankErrorTests.good.replacing("scale: s", with: "scale: z").replacing("en: Yes ", with: "")
        let errors = #expect(throws: Diagnostics.self) { try Bank(yaml: text, file: "bank.yml") }
        #expect(errors?.items.count ?? 0 >= 2)
    }

    @Test("A knowledge item without key, or with one that is no answer, is refused")
    func keys() throws {
        let knowledge = BankErrorTests.good.replacing("type: scale", with: "type: knowledge")
        #expect(throws: Diagnostics.self) { try Bank(yaml: knowledge, file: "b") }
        let wrong = knowledge.replacing("paired: true", with: "key: 7")
        #expect(throws: Diagnostics.self) { try Bank(yaml: wrong, file: "b") }
        let right = knowledge.replacing("paired: true", with: "key: 2")
        #expect(try Bank(yaml: right, file: "b").warnings.count == 1)
        let certified = knowledge.replacing("paired: true", with: "key: 2\n    keyCertifiedBy: af")
        #expect(try Bank(yaml: certified, file: "b").warnings.isEmpty)
    }
}
