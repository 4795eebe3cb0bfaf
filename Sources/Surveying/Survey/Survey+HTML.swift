internal import Registers
public import Wording

extension Survey {
    /// The questions of a page that are asked after these answers, in their fieldsets; without the form around them.
    public func html(
        page: SurveyPage, language: Language, answers: AnswerSet = AnswerSet(), errors: [AnswerError] = [],
        respondent: Respondent = .unknown
    ) -> HTML {
        page.questions.filter { asks($0, after: answers) }.map { question in
            let comment: String? =
                if case .text(let text) = answers[ItemName("\(question.name)-Comment")] { text } else { nil }
            return question.html(
                language: language, answer: answers[question.name], comment: comment, errors: errors,
                respondent: respondent)
        }.joined()
    }

    /// The pages that have a question to ask after these answers.
    public func pages(after answers: AnswerSet) -> [SurveyPage] {
        pages.filter { page in page.questions.contains { asks($0, after: answers) } }
    }

    /// One's own answers for a receipt, in the order of the questions.
    public func receipt(
        of answers: AnswerSet, _ language: Language
    ) -> [(question: Question, answer: String)] {
        index.questions.compactMap { question in
            guard let answer = answers[question.name] else { return nil }
            var line = question.summary(answer, language)
            if case .text(let comment) = answers[ItemName("\(question.name)-Comment")] { line += ": \(comment)" }
            return (question, line)
        }
    }
}
