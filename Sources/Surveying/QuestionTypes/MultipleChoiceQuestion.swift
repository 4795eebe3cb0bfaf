internal import Registers
internal import Wording

/// Several answers, at most as many as the item says; an exclusive one stands alone.
struct MultipleChoiceQuestion: QuestionType {
    let name = QuestionTypeName("multiple-choice")
    let takesSeveral = true

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        rule.faultOfSeveral(value)
    }

    func help(of question: Question, _ language: Language) -> String? {
        LimitWords.choices(question.item.maxSelected, language)
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        drawing.choices(of: question, type: "checkbox")
    }

    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        rule.answers(fromForm: values)
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("checkbox"))] + SurveyJS.choices(of: question)
    }
}
