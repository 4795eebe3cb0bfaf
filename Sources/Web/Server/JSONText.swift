/// JSON that is written, never read: values are escaped as they are joined.
struct JSONText {
    private(set) var text: String

    static func string(_ value: String) -> JSONText {
        var text = "\""
        text.reserveCapacity(value.utf8.count + 2)
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // `<` so that a reply shown as HTML by an old browser holds no tag; U+2028 and U+2029 for scripts.
            case "\u{0}"..."\u{1F}", "<", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return JSONText(text: text + "\"")
    }

    static func integer(_ value: Int64) -> JSONText {
        JSONText(text: String(value))
    }

    static func boolean(_ value: Bool) -> JSONText {
        JSONText(text: value ? "true" : "false")
    }

    static func array(_ values: [JSONText]) -> JSONText {
        JSONText(text: "[" + values.map(\.text).joined(separator: ",") + "]")
    }

    static func object(_ members: [(String, JSONText)]) -> JSONText {
        JSONText(text: "{" + members.map { "\(string($0).text):\($1.text)" }.joined(separator: ",") + "}")
    }

    /// An object with one member more; `self` must be an object with at least one.
    func adding(_ key: String, _ value: JSONText) -> JSONText {
        JSONText(text: text.dropLast() + ",\(JSONText.string(key).text):\(value.text)}")
    }
}
