public import Chronology

/// Dates, times and numbers as they are written in Sweden (CLDR `sv`) or in British English.
public struct LocalizedFormat: Sendable {
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    /// `fredag 22 januari 2016` or `Friday 22 January 2016`.
    public func longDate(_ date: CalendarDate) -> String {
        "\(weekday(date)) \(dayAndMonth(date)) \(date.year)"
    }

    /// `22 januari 2016` or `22 January 2016`.
    public func date(_ date: CalendarDate) -> String {
        "\(dayAndMonth(date)) \(date.year)"
    }

    /// `22 januari` or `22 January`.
    public func dayAndMonth(_ date: CalendarDate) -> String {
        "\(date.day) \(monthName(date))"
    }

    public func monthName(_ date: CalendarDate) -> String {
        months[date.month - 1]
    }

    public func weekday(_ date: CalendarDate) -> String {
        weekdays[date.weekday - 1]
    }

    /// The local date and time in Sweden: `5 februari 2016 kl. 09:05` or `5 February 2016 at 09:05`.
    public func dateAndTime(_ instant: Timestamp) -> String {
        let time = SwedishTime.hourAndMinute(of: instant)
        let clock = "\(time.hour < 10 ? "0" : "")\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
        return "\(date(SwedishTime.day(of: instant))) \(language == .swedish ? "kl." : "at") \(clock)"
    }

    /// How long something stays open: `till 5 februari 2016 kl. 09:05`, and of what closes at midnight
    /// `till och med 4 februari 2016`, for few read 00:00 as the end of the day before.
    public func until(_ instant: Timestamp) -> String {
        let time = SwedishTime.hourAndMinute(of: instant)
        guard time.hour == 0, time.minute == 0 else {
            return "\(language == .swedish ? "till" : "until") \(dateAndTime(instant))"
        }
        let day = date(SwedishTime.day(of: instant).adding(days: -1))
        return language == .swedish ? "till och med \(day)" : "until the end of \(day)"
    }

    /// Groups of three with a no-break space in Swedish and a comma in English: `1 234 567`, `1,234,567`.
    public func integer(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var groups = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { groups += language == .swedish ? "\u{A0}" : "," }
            groups.append(digit)
        }
        return (number < 0 ? "\u{2212}" : "") + groups
    }

    /// A fixed number of decimals (0 to 9), rounded half away from zero: `−0,25`, `−0.25`. Not a number and
    /// infinity never reach people: they are written as a dash.
    public func decimal(_ number: Double, decimals: Int = 2) -> String {
        let places = min(max(decimals, 0), 9)
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded(.toNearestOrAwayFromZero)
        guard number.isFinite, scaled < 9e15 else { return "–" }
        let units = Int64(scaled)
        let whole = units / Int64(scale)
        let fraction = String(units % Int64(scale))
        let sign = number < 0 && units != 0 ? "\u{2212}" : ""
        guard places > 0 else { return sign + integer(whole) }
        let zeros = String(repeating: "0", count: places - fraction.count)
        return sign + integer(whole) + (language == .swedish ? "," : ".") + zeros + fraction
    }

    /// A share as per cent: `12 %` with a no-break space in Swedish, `12%` in English.
    public func percent(_ share: Double, decimals: Int = 0) -> String {
        decimal(share * 100, decimals: decimals) + (language == .swedish ? "\u{A0}%" : "%")
    }

    private var months: [String] {
        switch language {
        case .swedish:
            [
                "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
                "november", "december",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }

    private var weekdays: [String] {
        switch language {
        case .swedish: ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"]
        case .english: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        }
    }
}
