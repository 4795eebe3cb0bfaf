import Chronology
import Foundation
import Registers
import SourceText
import Testing

@Suite("Conferences")
struct ConferenceListTests {
    @Test("The 17 conferences run from Malmö to Luleå, each owned by its host's board")
    func seeds() throws {
        let frame = try Seeds.frame()
        let list = try ConferenceList(csv: Seeds.text("conferences.csv"), file: "conferences.csv", frame: frame)
        #expect(list.conferences.count == 17)
        #expect(list.conferences.first?.date == CalendarDate("2016-01-22"))
        #expect(list.conferences.first?.board == "lst-m")
        #expect(list.conferences.last?.place == "Luleå")
        #expect(list["st2016-03"]?.counties == ["18", "19"])
        #expect(list["st2016-10"]?.themes == nil)
    }

    @Test(
        "A wrong weekday, municipality, county or date is told with its line",
        arguments: [
            ("2016-01-22,fredag", "2016-01-22,torsdag", "is a fredag"),
            ("Malmö,1280", "Malmö,1281x", "no municipality"),
            ("Malmö,1280,12", "Malmö,1280,14", "lies in county 12"), ("2016-01-22", "2016-02-30", "The date is"),
            ("1280,12,12", "1280,12,12|99", "no county \"99\""),
        ])
    func mistakes(from: String, to: String, words: String) throws {
        let text = try Seeds.text("conferences.csv").replacing(from, with: to)
        let frame = try Seeds.frame()
        let error = #expect(throws: Diagnostics.self) { try ConferenceList(csv: text, file: "c.csv", frame: frame) }
        #expect(
            error?.items.contains { $0.line == 2 && $0.message.contains(words) } == true, "\(String(describing: error))"
        )
    }

    @Test("A conference is the same after JSON")
    func json() throws {
        let frame = try Seeds.frame()
        let list = try ConferenceList(csv: Seeds.text("conferences.csv"), file: "c.csv", frame: frame)
        for conference in list.conferences.map({ $0.with(themes: ["skolsituationen"]) }) {
            #expect(try JSONDecoder().decode(Conference.self, from: JSONEncoder().encode(conference)) == conference)
        }
    }
}
