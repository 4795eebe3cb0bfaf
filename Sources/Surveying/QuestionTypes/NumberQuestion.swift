internal import Registers
internal import Wording

/// A whole number within the item's range.
struct NumberQuestion: QuestionType {
    let name = QuestionTypeName("number")
    let takesChoices = false

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        guard case .number(let number) = value else {
            return rule.range.map { .outOfRange($0) } ?? .wrongType
        }
        guard let range = rule.range, !range.contains(number) else { return nil }
        return .outOfRange(range)
    }

    func help(of question: Question, _ language: Language) -> String? {
        question.item.range.map {
            LocalizedText(
                "Ett heltal från \($0.lowerBound) till \($0.upperBound).",
                "A whole number from \($0.lowerBound) to \($0.upperBound).")[language]
        }
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        let name = question.name.rawValue
        return """
            <input type="text" inputmode="numeric" id="\(name)" name="\(name)" value="\(drawing.typed)" \
            autocomplete="off">\n
            """
    }

    /// Spaces between the digits are taken, as they are written in Swedish.
    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        guard case .text(let text) = AnswerRule.text(fromForm: values) else { return nil }
        return Int64(text.filter { !$0.isWhitespace }).map { .number($0) } ?? .text(text)
    }

    func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String {
        if case .number(let number) = value { LocalizedFormat(language).integer(number) } else { "" }
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        var properties: [(key: String, value: JSONTree)] = [
            ("type", .text("text")), ("inputType", .text("number")),
        ]
        if let range = question.item.range {
            properties += [("min", .integer(range.lowerBound)), ("max", .integer(range.upperBound))]
        }
        return properties
    }
}
