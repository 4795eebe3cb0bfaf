import Chronology
import Storage

/// A conference as an iCalendar file (RFC 5545): a whole day, since no hours are set. A simulated one says so where
/// a calendar shows it.
enum ConferenceCalendar {
    static func file(
        _ conference: ConferenceRecord, sender: String?, host: String, isSimulated: Bool, now: Timestamp
    ) -> [UInt8] {
        let mark = isSimulated ? "SIMULERAT: " : ""
        let description = [
            isSimulated ? "SIMULERAT: inbjudan är påhittad för en demonstration." : nil,
            sender.map { "Konferens. \($0) bjuder in." },
        ].compactMap(\.self)
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Genklang//Sverige tillsammans//SV", "METHOD:PUBLISH",
            "BEGIN:VEVENT", "UID:\(conference.id)@\(host)", "DTSTAMP:\(stamp(now))",
            "DTSTART;VALUE=DATE:\(compact(conference.date))",
            "DTEND;VALUE=DATE:\(compact(conference.date.adding(days: 1)))",
            "SUMMARY;LANGUAGE=sv:\(escaped("\(mark)Sverige tillsammans i \(conference.place)"))",
            "LOCATION;LANGUAGE=sv:\(escaped(conference.place))",
            description.isEmpty ? nil : "DESCRIPTION;LANGUAGE=sv:\(escaped(description.joined(separator: " ")))",
            "TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.compactMap(\.self).flatMap { folded(Array($0.utf8)) + [13, 10] }
    }

    /// RFC 5545, 3.3.11.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Lines of at most 75 octets, never broken inside a character (RFC 5545, 3.1).
    private static func folded(_ line: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var room = 75
        for (place, byte) in line.enumerated() {
            let isLead = byte & 0xC0 != 0x80
            let length = isLead ? 1 + line[(place + 1)...].prefix { $0 & 0xC0 == 0x80 }.count : 0
            if isLead, room < length {
                result += [13, 10, 32]
                room = 74
            }
            result.append(byte)
            room -= 1
        }
        return result
    }

    private static func compact(_ date: CalendarDate) -> String {
        date.description.replacing("-", with: "")
    }

    private static func stamp(_ instant: Timestamp) -> String {
        Timestamp(seconds: instant.seconds).rfc3339.replacing("-", with: "").replacing(":", with: "")
    }
}
