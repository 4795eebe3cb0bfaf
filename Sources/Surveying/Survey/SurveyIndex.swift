/// What validating an answer looks up, built once for a survey.
final class SurveyIndex: Sendable {
    let questions: [Question]
    /// A type that is not in the catalogue takes no answer; reading a definition refuses it.
    let types: [any QuestionType]
    /// For each question the codes it offers and its limits.
    let rules: [AnswerRule]
    /// Questions in ascending order of their names.
    let byName: [Int]
    private let positions: [String: Int]
    /// For each companion `NAME-Comment` of a question with *other*, that question.
    private let companions: [String: Int]
    /// Whether any answer is kept with the person.
    let hasContact: Bool
    let required: [Int]
    /// Questions with a condition.
    let conditional: [Int]

    init(_ questions: [Question]) {
        self.questions = questions
        types = questions.map { QuestionTypes.named($0.item.questionType) ?? InformationQuestion() }
        rules = questions.map { AnswerRule($0) }
        byName = questions.indices.sorted { questions[$0].name < questions[$1].name }
        positions = Dictionary(questions.enumerated().map { ($1.name.rawValue, $0) }) { first, _ in first }
        companions = Dictionary(
            questions.enumerated().filter { $1.item.hasOther }.map { ("\($1.name)-Comment", $0) }
        ) { first, _ in first }
        hasContact = questions.contains { $0.item.keptWith == .contact }
        required = questions.indices.filter { questions[$0].isRequired }
        conditional = questions.indices.filter { questions[$0].visibleIf != nil }
    }

    func position(of name: String) -> Int? { positions[name] }

    func companion(of name: String) -> Int? { companions.isEmpty ? nil : companions[name] }
}
