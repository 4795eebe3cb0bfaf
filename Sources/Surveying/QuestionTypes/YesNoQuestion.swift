internal import Registers

/// Yes or no, with *vet ej* where the item has it.
struct YesNoQuestion: QuestionType {
    let name = QuestionTypeName("yes-no")

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("radiogroup"))] + SurveyJS.choices(of: question)
    }
}
