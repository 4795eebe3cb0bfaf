public import Surveying

/// Made-up answers to one survey that pass its validation; a few hundred different ones, used again and again.
public struct TrialAnswers: Sendable {
    public let survey: Survey
    public let variants: [AnswerSet]

    /// - Throws: ``TrialError/invalidAnswers(_:)`` when the survey refuses what its own choices allow.
    public init(to survey: Survey, count: Int, using generator: inout SeededGenerator) throws {
        self.survey = survey
        variants = try (0..<count).map { _ in try Self.answers(to: survey, using: &generator) }
    }

    private static func answers(to survey: Survey, using generator: inout SeededGenerator) throws -> AnswerSet {
        for _ in 0..<10 {
            var answers = AnswerSet()
            for question in survey.questions { answers[question.name] = answer(to: question, using: &generator) }
            answers = survey.asked(of: answers)
            if case .valid(let valid) = survey.validated(answers.answers, state: .complete) { return valid }
        }
        throw TrialError.invalidAnswers(survey.id.description)
    }

    private static func answer(to question: Question, using generator: inout SeededGenerator) -> AnswerValue? {
        let item = question.item
        if question.choices.isEmpty {
            guard let length = item.maxLength, Int.random(in: 0..<4, using: &generator) == 0 else { return nil }
            return .text(String("Simulerat svar: vi behöver veta vem vi ska ringa.".prefix(length)))
        }
        if item.maxSelected != nil || item.choiceSource != nil {
            let open = question.choices.filter { !$0.isExclusive && $0.code.text != "other" }
            let most = min(item.maxSelected ?? 3, 3, open.count)
            let chosen = open.shuffled(using: &generator).prefix(Int.random(in: 1...max(1, most), using: &generator))
            return chosen.isEmpty ? nil : .codes(chosen.map(\.code.text))
        }
        switch Int.random(in: 0..<16, using: &generator) {
        case 0 where question.dontKnow != nil: return .dontKnow
        case 1 where question.notApplicable != nil: return .notApplicable
        default: return question.choices.filter { $0.code.text != "other" }.randomElement(using: &generator)?.code.value
        }
    }
}
