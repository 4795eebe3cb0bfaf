internal import Registers

/// Fields of the person in a text: `{before.Q1}` is one's own answer to Q1 in the before-survey.
enum Piping {
    /// The text with its fields filled; `nil` if one of them is empty. What is filled in is never read for fields.
    static func filled(_ text: String, with respondent: Respondent) -> String? {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        return filled(text) { field in
            guard let place = earlier(field), let answer = respondent.earlier[place.wave]?[place.item] else {
                return nil
            }
            if case .text(let words) = answer, !words.isEmpty { return words }
            return nil
        }
    }

    /// The text with each `{field}` replaced in one pass; `nil` if the look-up answers `nil` for one.
    static func filled(_ text: String, _ lookup: (String) -> String?) -> String? {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}") else { return result + "{" + rest }
            guard let value = lookup(String(rest[..<close])) else { return nil }
            result += value
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// The fields of a text, in order.
    static func fields(of text: String) -> [String] {
        var found: [String] = []
        _ = filled(text) { field in
            found.append(field)
            return ""
        }
        return found
    }

    /// `before.Q1` as a wave and an item.
    static func earlier(_ field: String) -> (wave: Wave, item: ItemName)? {
        guard let dot = field.firstIndex(of: "."), let wave = Wave(rawValue: String(field[..<dot])) else { return nil }
        return (wave, ItemName(String(field[field.index(after: dot)...])))
    }
}
