internal import Registers

/// One step of a labelled scale, its non-values beside the steps. Never a table.
struct ScaleQuestion: QuestionType {
    let name = QuestionTypeName("scale")

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("radiogroup"))] + SurveyJS.choices(of: question)
    }
}
