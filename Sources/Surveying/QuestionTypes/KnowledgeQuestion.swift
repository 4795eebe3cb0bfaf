internal import Registers

/// A question with one right answer. The key stays in the bank: neither page nor export shows it.
struct KnowledgeQuestion: QuestionType {
    let name = QuestionTypeName("knowledge")

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("radiogroup"))] + SurveyJS.choices(of: question)
    }
}
