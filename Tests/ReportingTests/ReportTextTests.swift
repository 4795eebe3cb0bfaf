import Indicators
import Reporting
import Testing
import Wording

@Suite("A release in a terminal")
struct ReportTextTests {
    @Test("stands under the heading Förändring with the sentence of each item, and says that it is simulated")
    func text() throws {
        let text = ReportText(ExampleRelease.release(), ExampleRelease.facts, .swedish).text
        #expect(text.hasPrefix("SIMULERADE UPPGIFTER. "))
        #expect(text.contains("\nFÖRÄNDRING FRÅN FÖRE TILL EFTER KONFERENSEN\n"))
        let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            joined.contains(
                "P01 Av 812 personer som svarade både före och efter svarade 389 högre, 301 lika och 122 lägre efteråt."
            ))
        #expect(joined.contains("K1 Av 805 personer"))
        #expect(joined.contains("Facit är ännu inte intygat av myndigheten."))
        #expect(!joined.lowercased().contains("effekt"))
        let real = ReportText(ExampleRelease.release(isSimulated: false), ExampleRelease.facts, .swedish).text
        #expect(!real.contains("SIMULERADE"))
    }

    @Test("says that nobody has answered only of a demonstration", arguments: Language.allCases)
    func workspaceFacts(language: Language) throws {
        let nobody = ["Ingen människa har svarat", "No human being has answered", "påhittade", "made up"]
        let release = ExampleRelease.release(isDemonstration: false)
        let files = ReportTables.files(release, ExampleRelease.facts, language).map(\.content)
        let said = [
            ReportText(release, ExampleRelease.facts, language).text,
            ReportPage.html(release: release, facts: ExampleRelease.facts, language: language).markup,
            try ReleaseJSON(release).encoded(),
        ]
        for text in said + files {
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(language == .swedish ? "genklang.yml är simulerade" : "genklang.yml are simulated"))
            #expect(!nobody.contains { words.contains($0) })
        }
        let demonstration = ReportText(ExampleRelease.release(), ExampleRelease.facts, language).text
        #expect(nobody.contains { demonstration.contains($0) })
    }

    @Test("says that there are no answers yet, and which organisations are known", arguments: Language.allCases)
    func noAnswers(language: Language) throws {
        let empty = Release(
            id: "empty", cutAt: ExampleRelease.cut, isSimulated: false, response: [], change: [],
            dialogue: DialogueFigures(bySector: [], perPerson: []),
            coverage: [
                Coverage(
                    label: LocalizedText("Kommuner", "Municipalities"), present: 0, inFrame: 290, basis: .registered)
            ])
        let (sentence, line) =
            language == .swedish
            ? ("Inga svar ännu.", "Kommuner: 0 av 290") : ("No answers yet.", "Municipalities: 0 of 290")
        let text = ReportText(empty, ExampleRelease.facts, language).text
        #expect(text.contains(sentence) && text.contains("\n\(line)\n"))
        let page = ReportPage.html(release: empty, facts: ExampleRelease.facts, language: language).markup
        #expect(page.contains(sentence) && page.contains(line))
        #expect(!ReportText(ExampleRelease.release(), ExampleRelease.facts, language).text.contains(sentence))
    }

    @Test("says why some intervals are at 99 per cent and others at 95", arguments: Language.allCases)
    func levels(language: Language) {
        let text = ReportText(ExampleRelease.release(), ExampleRelease.facts, language).text
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                language == .swedish
                    ? "Frågorna P01, P02, P03, P05, P12 pekades ut innan enkäten efter konferensen öppnade."
                    : "Questions P01, P02, P03, P05, P12 were singled out before the survey after the conference opened."
            ))
    }

    @Test("keeps within the width of the terminal", arguments: [105, 120])
    func width(columns: Int) {
        let text = ReportText(ExampleRelease.release(), ExampleRelease.facts, .swedish, width: columns).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns || $0.hasPrefix("(") })
    }
}
