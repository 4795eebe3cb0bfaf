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

    @Test("keeps within the width of the terminal", arguments: [105, 120])
    func width(columns: Int) {
        let text = ReportText(ExampleRelease.release(), ExampleRelease.facts, .swedish, width: columns).text
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= columns || $0.hasPrefix("(") })
    }
}
