internal import Registers
internal import Wording

/// Some lines of text, with the limit shown. The browser does not cut what is pasted: too long a text comes back
/// with an error and nothing lost.
struct LongTextQuestion: QuestionType {
    let name = QuestionTypeName("long-text")
    let takesChoices = false

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        rule.faultOfText(value)
    }

    func help(of question: Question, _ language: Language) -> String? {
        LimitWords.characters(question.item.maxLength ?? AnswerRule.greatestText, language)
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        let name = question.name.rawValue
        let limit = question.item.maxLength ?? AnswerRule.greatestText
        // The line break after the tag is not part of the text (HTML, 13.2.6.4.7), so a text's own first one stays.
        return """
            <textarea class="counted" id="\(name)" name="\(name)" rows="4" data-limit="\(limit)">\n\(drawing.typed)\
            </textarea>\n
            """
    }

    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        AnswerRule.text(fromForm: values)
    }

    func summary(of value: AnswerValue, to question: Question, _ language: Language) -> String {
        if case .text(let text) = value { text } else { "" }
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("comment"))] + SurveyJS.limit(of: question)
    }
}
