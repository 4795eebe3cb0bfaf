/// The fields of a delivery status: groups of `Name: value` lines with blank lines between (RFC 3464, section 2.1).
enum StatusFields {
    /// The first group is about the message, each further one about a recipient. Names in lower case; of a field that is
    /// there twice the first counts.
    static func groups(in text: String) -> [[String: String]] {
        var groups: [[String: String]] = [[:]]
        var last: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            guard line.contains(where: { !$0.isWhitespace }) else {
                if groups.last?.isEmpty == false { groups.append([:]) }
                last = nil
                continue
            }
            let place = groups.count - 1
            if line.first == " " || line.first == "\t" {
                // A folded line goes on with the field above it.
                if let last { groups[place][last]? += " " + trimmed(line) }
                continue
            }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = trimmed(line[..<colon]).lowercased()
            last = groups[place][name] == nil ? name : nil
            if last != nil { groups[place][name] = trimmed(line[line.index(after: colon)...]) }
        }
        return groups.filter { !$0.isEmpty }
    }

    /// What follows the type of an address or a diagnosis: `rfc822; bo@example.org`. `nil` where nothing does.
    static func value(of field: String) -> String? {
        guard let semicolon = field.firstIndex(of: ";") else { return nil }
        let value = trimmed(field[field.index(after: semicolon)...])
        return value.isEmpty ? nil : value
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
