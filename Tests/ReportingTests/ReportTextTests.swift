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

    @Test("keeps within the width of the terminal", arguments: [105, 120])
    func width(columns: Int) {
        let text = ReportText(ExampleRelease.release(), ExampleRelease.facts, .swedish, width: columns).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns || $0.hasPrefix("(") })
    }
}
