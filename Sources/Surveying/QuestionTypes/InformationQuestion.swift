internal import Registers
internal import Wording

/// A text between the questions. It takes no answer.
struct InformationQuestion: QuestionType {
    let name = QuestionTypeName("information")
    let takesChoices = false
    let isAnswered = false

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        .unknownItem
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        guard let text = Piping.filled(question.text[drawing.language], with: drawing.respondent) else { return "" }
        return "<div class=\"q q-information\" id=\"q-\(question.name.rawValue)\"><p>\(text)</p></div>\n"
    }

    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? { nil }

    func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String { "" }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        let text = question.text
        return [
            ("type", .text("html")),
            (
                "html",
                SurveyJS.text(
                    LocalizedText(HTML(escaping: text.swedish).markup, HTML(escaping: text.english).markup))
            ),
        ]
    }
}
