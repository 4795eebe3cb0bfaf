import Chronology
import Foundation
import Registers
import SourceText
import Testing

@Suite("The mandate")
struct MandateTests {
    /// The figures are the decision's: at most 2 000 000 kronor, report by 30 September 2016.
    @Test("Its facts are those of the decision")
    func facts() throws {
        let mandate = try Mandate(yaml: Seeds.text("mandate.yml"), file: "mandate.yml", frame: Seeds.frame())
        #expect(mandate.ceilingInKronor == 2_000_000)
        #expect(mandate.conferenceCount == 17)
        #expect(mandate.reportDate == CalendarDate("2016-09-30"))
        #expect(mandate.coordinator == "lst-f")
        #expect(mandate.targetGroups == ["kommun", "landsting_region"])
        #expect(mandate.consulted.count == 7)
        #expect(mandate.tasks.count(where: \.isServedHere) == 1)
    }

    @Test(
        "Mistakes are told with their line",
        arguments: [
            ("ceiling_in_kronor: 2000000", "ceiling: 2000000", "Did you mean \"ceiling_in_kronor\"?"),
            ("report_date: 2016-09-30", "report_date: 2016-09-31", "no day"),
            ("report_date: 2016-09-30", "report_date: 2017-09-30", "valid for 2016"),
            ("ceiling_in_kronor: 2000000", "ceiling_in_kronor: -2000000", "1 to 1000000000"),
            ("ceiling_in_kronor: 2000000", "ceiling_in_kronor: much", "`ceiling_in_kronor: 2000000`"),
            ("boverket, ", "", "boverket"), ("coordinator: lst-f", "coordinator: lst-ff", "lst-f"),
        ])
    func mistakes(from: String, to: String, words: String) throws {
        let text = try Seeds.text("mandate.yml")
        let place = try #require(text.firstRange(of: from))
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
        let frame = try Seeds.frame()
        let changed = text.replacingCharacters(in: place, with: to)
        let error = #expect(throws: Diagnostics.self) { try Mandate(yaml: changed, file: "mandate.yml", frame: frame) }
        #expect(
            error?.items.contains { $0.line == line && $0.description.contains(words) } == true,
            "\(String(describing: error))")
    }
}
