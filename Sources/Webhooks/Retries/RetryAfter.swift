public import Chronology

/// The header of RFC 9110, 10.2.3: whole seconds, or an IMF-fixdate.
public enum RetryAfter {
    /// The instant asked for, or `nil` for anything else, the obsolete date forms included.
    public static func instant(_ text: String, now: Timestamp) -> Timestamp? {
        let bytes = Array(text.utf8)
        if !bytes.isEmpty, bytes.allSatisfy({ (48...57).contains($0) }) {
            // More digits than Int64 holds ask for never.
            return now.adding(seconds: Int64(text) ?? .max)
        }
        return date(text)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`
    private static func date(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].count == 4, parts[0].hasSuffix(","), parts[5] == "GMT",
            let month = months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
        return Timestamp(rfc3339: "\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
