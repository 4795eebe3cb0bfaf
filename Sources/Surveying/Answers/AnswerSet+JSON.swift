/// Answers as they are stored and exported: one object, names ascending, no space.
extension AnswerSet {
    /// `{"K1":"af","N1":["regelverk"],"P01":4}`.
    public var json: String {
        var result = "{"
        result.reserveCapacity(entries.count * 16 + 2)
        for (place, entry) in entries.enumerated() {
            if place > 0 { result += "," }
            JSONText.append(entry.name.rawValue, to: &result)
            result += ":"
            switch entry.value {
            case .number(let number): result += String(number)
            case .text(let text): JSONText.append(text, to: &result)
            case .codes(let codes):
                result += "["
                for (place, code) in codes.enumerated() {
                    if place > 0 { result += "," }
                    JSONText.append(code, to: &result)
                }
                result += "]"
            }
        }
        return result + "}"
    }

    /// Reads what ``json`` writes and nothing wider: whole numbers without exponent, texts, lists of texts, no name
    /// twice. Space between the tokens and any escape of RFC 8259 are taken; lone surrogates are not.
    ///
    /// - Returns: `nil` if the text is anything else.
    public init?(json: String) {
        var json = json
        let entries = json.withUTF8 { bytes -> [Entry]? in
            var reader = AnswerReader(bytes)
            return reader.entries()
        }
        guard let entries else { return nil }
        self.init(entries)
        guard count == entries.count else { return nil }
    }
}
