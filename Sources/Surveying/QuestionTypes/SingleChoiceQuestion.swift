internal import Registers

/// One of several answers, with *other* where the item has it.
struct SingleChoiceQuestion: QuestionType {
    let name = QuestionTypeName("single-choice")

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("radiogroup"))] + SurveyJS.choices(of: question)
    }
}
