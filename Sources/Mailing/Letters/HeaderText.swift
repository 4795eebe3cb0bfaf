/// What may stand in a header, and in the one-line values that are put into a letter.
enum HeaderText {
    /// True for line breaks, NUL, tabs and every other control character, for Unicode's line and paragraph
    /// separators, and for characters that turn the direction of the text around them.
    static func hasControl(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
            case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            default: false
            }
        }
    }

    /// Without spaces around it; other white space is a control character or belongs to the text.
    static func trimmed(_ text: String) -> String {
        let body = text.drop { $0 == " " }
        guard let last = body.lastIndex(where: { $0 != " " }) else { return "" }
        return String(body[...last])
    }

    /// An absolute http or https address in ASCII that can stand between angle brackets.
    static func isLink(_ text: String) -> Bool {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.hasPrefix($0) }), text.utf8.count <= 900 else { return false }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard let first = rest.first, first != UInt8(ascii: "/") else { return false }
        return rest.allSatisfy { byte in
            (0x21...0x7E).contains(byte) && !forbiddenInLinks.contains(byte)
        }
    }

    /// What would end a link, or be read as a character reference in it.
    private static let forbiddenInLinks = Set("<>\"\\^`{|};".utf8)
}
