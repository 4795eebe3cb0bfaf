extension AnswerRule {
    /// One choice of a form: a number where the choices have that number, else the word.
    func answer(fromForm values: [String]) -> AnswerValue? {
        guard let value = values.last, !value.isEmpty else { return nil }
        if let number = Int64(value), numbers[number] != nil, String(number) == value { return .number(number) }
        return .text(value)
    }

    /// Several choices of a form in the order of the form; a single non-value is that.
    func answers(fromForm values: [String]) -> AnswerValue? {
        let chosen = values.filter { !$0.isEmpty }
        if chosen.isEmpty { return nil }
        if chosen.count == 1, ["dont_know", "not_applicable"].contains(chosen[0]) { return .text(chosen[0]) }
        return .codes(chosen)
    }

    /// A text of a form: line breaks as LF, no space around it; nothing left is no answer.
    static func text(fromForm values: [String]) -> AnswerValue? {
        guard let value = values.last else { return nil }
        var text = ""
        text.reserveCapacity(value.utf8.count)
        for character in value {
            if character == "\r\n" || character == "\r" { text.append("\n") } else { text.append(character) }
        }
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return nil }
        return .text(String(text[start...end]))
    }
}
