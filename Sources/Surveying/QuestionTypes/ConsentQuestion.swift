internal import Registers
internal import Wording

/// A box to tick. It is never ticked beforehand, and left empty it is no answer.
struct ConsentQuestion: QuestionType {
    let name = QuestionTypeName("consent")
    let takesSeveral = true

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        guard case .text = value else { return .wrongType }
        return rule.faultOfOne(value)
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        drawing.choices(of: question, type: "checkbox")
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("boolean")), ("renderAs", .text("checkbox"))]
            + (question.choices.first.map {
                [("valueTrue", .text($0.code.text)), ("labelTrue", SurveyJS.text($0.label))]
            }
                ?? [])
    }
}
