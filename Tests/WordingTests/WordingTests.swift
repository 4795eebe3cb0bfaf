import Chronology
import Testing
import Wording

/// Expected texts follow CLDR `sv` and context.md's conventions, written by hand.
@Suite("Wording")
struct WordingTests {
    private let swedish = LocalizedFormat(.swedish)
    private let english = LocalizedFormat(.english)

    @Test("Dates are written out in both languages")
    func dates() throws {
        let date = try #require(CalendarDate("2016-01-22"))
        #expect(swedish.longDate(date) == "fredag 22 januari 2016")
        #expect(english.longDate(date) == "Friday 22 January 2016")
        #expect(swedish.dateAndTime(SwedishTime.instant(date, hour: 9, minute: 5)) == "22 januari 2016 kl. 09:05")
    }

    @Test("What closes at midnight is open to the end of the day before")
    func until() throws {
        let date = try #require(CalendarDate("2016-03-01"))
        let midnight = SwedishTime.instant(date, hour: 0, minute: 0)
        #expect(swedish.until(midnight) == "till och med 29 februari 2016")
        #expect(english.until(midnight) == "until the end of 29 February 2016")
        let morning = SwedishTime.instant(date, hour: 9, minute: 5)
        #expect(swedish.until(morning) == "till 1 mars 2016 kl. 09:05")
        #expect(english.until(morning) == "until 1 March 2016 at 09:05")
    }

    @Test("Numbers group by three with a no-break space and take a decimal comma")
    func numbers() {
        #expect(swedish.decimal(1_234_567.891, decimals: 2) == "1\u{A0}234\u{A0}567,89")
        #expect(english.decimal(1_234_567.891, decimals: 2) == "1,234,567.89")
        #expect(swedish.decimal(-0.125, decimals: 2) == "\u{2212}0,13")
        #expect(swedish.decimal(-0.001, decimals: 2) == "0,00")
        #expect(swedish.percent(0.12) == "12\u{A0}%")
        #expect(swedish.integer(Int64.min) == "\u{2212}9\u{A0}223\u{A0}372\u{A0}036\u{A0}854\u{A0}775\u{A0}808")
    }

    @Test("Not a number and infinity are written as a dash", arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func undefinedNumbers(number: Double) {
        #expect(swedish.decimal(number) == "–")
    }

    @Test("What is interpolated into markup is escaped, markup is not")
    func markup() {
        let hostile = "<script>alert(\"x\")</script> & 'y'"
        let page: HTML = "<p title=\"\(hostile)\">\(hostile)\("<b>fet</b>" as HTML) \(5)</p>"
        let escaped = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;"
        #expect(page.markup == "<p title=\"\(escaped)\">\(escaped)<b>fet</b> 5</p>")
    }
}
