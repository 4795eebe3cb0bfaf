import Chronology
import Foundation
import Registers
import Storage
import Testing
import Wording

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
            conference, sender: nil, host: "example.org", isSimulated: false, now: Timestamp(seconds: 1_453_000_000))
        let lines = String(decoding: file, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\u{FFFD}") })
        let unfolded = lines.joined(separator: "\r\n").replacing("\r\n ", with: "").components(separatedBy: "\r\n")
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20160229"))
        #expect(unfolded.contains("DTEND;VALUE=DATE:20160301"))
        #expect(unfolded.contains("DTSTAMP:20160117T030640Z"))
        #expect(unfolded.contains("LOCATION;LANGUAGE=sv:" + String(repeating: "Å", count: 60) + "\\, norr"))
    }

    @Test(
        "A simulated conference says so where a calendar shows it, and a real one does not", arguments: [true, false])
    func simulated(isSimulated: Bool) throws {
        let conference = ConferenceRecord(
            id: ConferenceID("st2016-10"), board: BoardID("lst-h"),
            date: try #require(CalendarDate(year: 2016, month: 2, day: 29)), place: "Kalmar",
            hostMunicipality: MunicipalityCode("0880"), hostCounty: CountyCode("08"), counties: [CountyCode("08")],
            themes: nil)
        for sender in ["Länsstyrelsen", nil] {
            let file = ConferenceCalendar.file(
                conference, sender: sender, host: "example.org", isSimulated: isSimulated,
                now: Timestamp(seconds: 1_453_000_000))
            let lines = String(decoding: file, as: UTF8.self).replacing("\r\n ", with: "")
                .components(separatedBy: "\r\n")
            #expect(lines.contains { $0.hasPrefix("SUMMARY;LANGUAGE=sv:SIMULERAT: ") } == isSimulated)
            #expect(lines.contains { $0.hasPrefix("DESCRIPTION;LANGUAGE=sv:SIMULERAT: ") } == isSimulated)
        }
    }

    @Test("A refusal from a node with simulated people says so", arguments: [true, false])
    func problem(isSimulated: Bool) throws {
        let text = Problem(.notFound).details(
            baseURL: "https://example.org", isSimulated: isSimulated, language: .swedish
        ).text
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(object?["simulated"] as? Bool == (isSimulated ? true : nil))
        #expect(object?["status"] as? Int == 404)
    }
}
