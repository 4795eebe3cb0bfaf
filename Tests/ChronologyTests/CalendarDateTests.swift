import Chronology
import Foundation
import Testing

@Suite("Days")
struct CalendarDateTests {
    @Test("Day numbers and weekdays are Foundation's, for every day of 1896 to 2104")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: -27_028, through: 49_308, by: 7) {
            let date = CalendarDate(daysSince1970: day)
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(day) * 86_400))
            #expect(date.year == parts.year && date.month == parts.month && date.day == parts.day)
            #expect(date.daysSince1970 == day)
            #expect(date.weekday % 7 + 1 == parts.weekday)
        }
    }

    @Test(
        "The seventeen conferences fell on the weekdays their registers give",
        arguments: [("2016-01-22", 5), ("2016-02-02", 2), ("2016-04-01", 5)])
    func weekdays(text: String, weekday: Int) {
        #expect(CalendarDate(text)?.weekday == weekday)
    }

    @Test(
        "Days that do not exist are refused",
        arguments: ["2016-02-30", "2015-02-29", "2016-00-01", "2016-1-01", "2016-01-01 ", "20160101", ""])
    func refuses(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("Far-off day numbers stop at the ends")
    func saturates() {
        #expect(CalendarDate(daysSince1970: .max).description == "9999-12-31")
        #expect(CalendarDate(daysSince1970: .min).description == "0000-01-01")
        #expect(CalendarDate("2016-01-01")?.adding(days: .max).description == "9999-12-31")
    }
}

@Suite("Swedish time")
struct SwedishTimeTests {
    @Test("Agrees with the tz database through every hour of the changes of 1996 to 2036")
    func agreesWithTimeZoneDatabase() throws {
        let stockholm = try #require(TimeZone(identifier: "Europe/Stockholm"))
        for year in 1996...2036 {
            for month in [1, 3, 7, 10, 12] {
                let first = try #require(CalendarDate(year: year, month: month, day: 24)).daysSince1970
                for hour in 0..<(8 * 24) {
                    let instant = Timestamp(seconds: Int64(first) * 86_400 + Int64(hour) * 3600)
                    #expect(SwedishTime.offset(at: instant) == Int64(stockholm.secondsFromGMT(for: instant.date)))
                }
            }
        }
    }

    @Test(
        "A local time is the instant it names",
        arguments: [
            ("2016-01-22", 9, 1_453_449_600), ("2016-04-01", 9, 1_459_494_000), ("2016-03-27", 3, 1_459_040_400),
        ] as [(String, Int, Int64)])
    func localTime(text: String, hour: Int, seconds: Int64) throws {
        let instant = SwedishTime.instant(try #require(CalendarDate(text)), hour: hour)
        #expect(instant.seconds == seconds)
        #expect(SwedishTime.day(of: instant).description == text)
        #expect(SwedishTime.hourAndMinute(of: instant) == (hour, 0))
    }
}
