import Chronology
import Foundation
import Registers
import Storage
import Testing

@testable import Web

@Suite("The conference's calendar file")
struct ConferenceCalendarTests {
    @Test("A whole day, lines of at most 75 octets that never break inside a letter")
    func folds() throws {
        let conference = ConferenceRecord(
            id: ConferenceID("st2016-10"), board: BoardID("lst-h"),
            date: try #require(CalendarDate(year: 2016, month: 2, day: 29)),
            place: String(repeating: "Å", count: 60) + ", norr", hostMunicipality: MunicipalityCode("0880"),
            hostCounty: CountyCode("08"), counties: [CountyCode("08")], themes: nil)
        let file = ConferenceCalendar.file(
            conference, sender: nil, host: "example.org", now: Timestamp(seconds: 1_453_000_000))
        let lines = String(decoding: file, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
        let unfolded = lines.joined(separator: "\r\n").replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20160229"))
        #expect(unfolded.contains("DTEND;VALUE=DATE:20160301"))
        #expect(unfolded.contains("DTSTAMP:20160117T030640Z"))
        #expect(unfolded.contains("LOCATION;LANGUAGE=sv:" + String(repeating: "Å", count: 60) + "\\, norr"))
    }
}
