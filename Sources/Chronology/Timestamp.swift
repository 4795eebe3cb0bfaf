public import Foundation

/// An instant in UTC with a resolution of one microsecond, as it is stored and sent.
///
/// The range is that of `Int64` microseconds around 1970-01-01 (some 292 000 years each way). Arithmetic that
/// leaves it saturates at the ends, so that a hostile date from outside cannot trap the process.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public var microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    public var seconds: Int64 {
        let quotient = microseconds / 1_000_000
        return microseconds % 1_000_000 < 0 ? quotient - 1 : quotient
    }

    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        microseconds = overflow ? (seconds < 0 ? .min : .max) : product
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    public func adding(seconds: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(Timestamp(seconds: seconds).microseconds)
        return Timestamp(microseconds: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    public func adding(days: Int64) -> Timestamp {
        let (seconds, overflow) = days.multipliedReportingOverflow(by: 86_400)
        return adding(seconds: overflow ? (days < 0 ? .min : .max) : seconds)
    }
}

extension Timestamp {
    /// Parses an RFC 3339 date-time: `2016-02-05T10:12:00Z`, with an optional fraction of one to nine digits
    /// (digits past the sixth are cut) and `Z` or a numeric offset.
    ///
    /// Returns `nil` for anything else: lower-case letters, a space for the `T`, a day the month does not have,
    /// a leap second, an hour of 24.
    public init?(rfc3339 text: some StringProtocol) {
        self.init(rfc3339: Array(text.utf8)[...])
    }

    public init?(rfc3339 bytes: ArraySlice<UInt8>) {
        var reader = DigitReader(bytes)
        guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
            let day = reader.digits(2), reader.take("T"), let hour = reader.digits(2), reader.take(":"),
            let minute = reader.digits(2), reader.take(":"), let second = reader.digits(2),
            hour < 24, minute < 60, second < 60, let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        var microseconds = 0
        if reader.take(".") {
            guard let fraction = reader.fraction() else { return nil }
            microseconds = fraction
        }
        var offset = 0
        if !reader.take("Z") {
            let sign: Int
            if reader.take("+") { sign = 1 } else if reader.take("-") { sign = -1 } else { return nil }
            guard let hours = reader.digits(2), reader.take(":"), let minutes = reader.digits(2), hours < 24,
                minutes < 60
            else { return nil }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        guard reader.isAtEnd else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(microseconds: Int64(seconds) * 1_000_000 + Int64(microseconds))
    }

    /// RFC 3339 in UTC, with six decimals only where there is a fraction: `2016-02-05T10:12:00Z`.
    public var rfc3339: String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = Int(seconds - day * 86_400)
        let date = CalendarDate(daysSince1970: Int(day))
        let time = "\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))"
        let fraction = microseconds - seconds * 1_000_000
        return fraction == 0 ? "\(date)T\(time)Z" : "\(date)T\(time).\(padded(Int(fraction), to: 6))Z"
    }

    /// The same instant for interfaces of Foundation; a `Double` keeps microseconds until the year 2255.
    public var date: Date {
        Date(timeIntervalSince1970: Double(microseconds) / 1_000_000)
    }
}

extension Timestamp: CustomStringConvertible {
    public var description: String { rfc3339 }
}

/// Reads fixed fields of digits; every step answers `nil` or `false` rather than reading past the end.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        guard rest.count >= count else { return nil }
        var value = 0
        for byte in rest.prefix(count) {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        rest = rest.dropFirst(count)
        return value
    }

    /// One to nine digits after the point, as microseconds.
    mutating func fraction() -> Int? {
        let run = rest.prefix { (48...57).contains($0) }
        guard (1...9).contains(run.count) else { return nil }
        rest = rest.dropFirst(run.count)
        var value = 0
        for place in 0..<6 {
            value = value * 10 + (place < run.count ? Int(run[run.startIndex + place] - 48) : 0)
        }
        return value
    }
}

func padded(_ number: Int, to width: Int = 2) -> String {
    let digits = String(number)
    return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
