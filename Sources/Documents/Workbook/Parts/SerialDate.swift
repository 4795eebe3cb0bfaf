internal import Foundation

/// A spreadsheet's day number with its fraction of a day, as ISO 8601.
enum SerialDate {
    /// `2016-01-11`, `2016-01-11T13:00:00`, or `13:00:00` below one day; `nil` outside the years 1900 to 9999.
    ///
    /// Counting from 1900 takes that year for a leap year: days 1 to 59 are a day later than their number says, and
    /// day 60 is a 29 February that never was, read as 1 March.
    static func text(_ serial: Double, uses1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = (serial * 86_400).rounded()
        let whole = (seconds / 86_400).rounded(.down)
        let rest = Int(seconds - whole * 86_400)
        if whole == 0, !uses1904 { return time(rest) }
        let shift: Double = uses1904 ? -24_107 : (whole < 60 ? -25_568 : -25_569)
        let date = Date(timeIntervalSince1970: (whole + shift) * 86_400)
        let day = date.formatted(Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day())
        return rest == 0 ? day : day + "T" + time(rest)
    }

    private static func time(_ seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
