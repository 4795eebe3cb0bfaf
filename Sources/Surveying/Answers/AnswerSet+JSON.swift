/// Answers as they are stored and exported: one object, names ascending, no space.
extension AnswerSet {
    /// `{"K1":"af","N1":["regelverk"],"P01":4}`.
    public var json: String {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        bytes.reserveCapacity(entries.count * 24 + 2)
        for (place, entry) in entries.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            JSONText.append(entry.name.rawValue, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            switch entry.value {
            case .number(let number): bytes.append(contentsOf: String(number).utf8)
            case .text(let text): JSONText.append(text, to: &bytes)
            case .codes(let codes):
                bytes.append(UInt8(ascii: "["))
                for (place, code) in codes.enumerated() {
                    if place > 0 { bytes.append(UInt8(ascii: ",")) }
                    JSONText.append(code, to: &bytes)
                }
                bytes.append(UInt8(ascii: "]"))
            }
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads what ``json`` writes and nothing wider: whole numbers without exponent, texts, lists of texts, ASCII names, none
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
