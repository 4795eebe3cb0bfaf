/// Civil time in Sweden: UTC+1, and UTC+2 from the last Sunday of March to the last Sunday of October, changing
/// at 01:00 UTC (directive 2000/84/EC). Exact for 1996 and later, which holds every date of the mandate.
public enum SwedishTime {
    /// The offset from UTC in seconds that is in force at an instant.
    public static func offset(at instant: Timestamp) -> Int64 {
        let days = instant.seconds >= 0 ? instant.seconds / 86_400 : (instant.seconds - 86_399) / 86_400
        let year = CalendarDate(daysSince1970: Int(days)).year
        let start = changeInstant(year: year, month: 3)
        let end = changeInstant(year: year, month: 10)
        return instant >= start && instant < end ? 7200 : 3600
    }

    /// The local day of an instant.
    public static func day(of instant: Timestamp) -> CalendarDate {
        let local = instant.adding(seconds: offset(at: instant)).seconds
        return CalendarDate(daysSince1970: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    /// The local time of day as hour and minute.
    public static func hourAndMinute(of instant: Timestamp) -> (hour: Int, minute: Int) {
        let local = instant.adding(seconds: offset(at: instant)).seconds
        let rest = Int(((local % 86_400) + 86_400) % 86_400)
        return (rest / 3600, rest / 60 % 60)
    }

    /// The instant at which a local day shows an hour and minute. The hour that does not exist in March is read
    /// as winter time; the one that occurs twice in October is its first occurrence.
    public static func instant(_ day: CalendarDate, hour: Int, minute: Int = 0) -> Timestamp {
        let local = Timestamp(seconds: Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60))
        let summer = local.adding(seconds: -7200)
        return offset(at: summer) == 7200 ? summer : local.adding(seconds: -3600)
    }

    private static func changeInstant(year: Int, month: Int) -> Timestamp {
        guard let last = CalendarDate(year: year, month: month, day: 31) else { return Timestamp(microseconds: .max) }
        let sunday = last.adding(days: -(last.weekday % 7))
        return Timestamp(seconds: Int64(sunday.daysSince1970) * 86_400 + 3600)
    }
}
