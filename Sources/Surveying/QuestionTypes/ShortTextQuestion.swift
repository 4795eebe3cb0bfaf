internal import Registers
internal import Wording

/// One line of text.
struct ShortTextQuestion: QuestionType {
    let name = QuestionTypeName("short-text")
    let takesChoices = false

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        rule.faultOfText(value)
    }

    func help(of question: Question, _ language: Language) -> String? {
        question.item.maxLength.map { LimitWords.characters($0, language) }
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        let name = question.name.rawValue
        return "<input type=\"text\" id=\"\(name)\" name=\"\(name)\" value=\"\(drawing.typed)\" autocomplete=\"off\">\n"
    }

    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        AnswerRule.text(fromForm: values)
    }

    func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String {
        if case .text(let text) = value { text } else { "" }
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("text"))] + SurveyJS.limit(of: question)
    }
}
