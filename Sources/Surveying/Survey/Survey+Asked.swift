internal import Expressions
internal import Registers

extension Survey {
    /// Whether the question is asked after these answers: its condition holds or it has none.
    public func asks(_ question: Question, after answers: AnswerSet) -> Bool {
        guard let condition = question.visibleIf else { return true }
        return condition.holds { answers[ItemName($0)]?.conditionValue ?? .empty }
    }

    /// The answers without those to questions that are hidden after them, until nothing more is hidden; and without
    /// what *other* is where it is not chosen.
    public func asked(of answers: AnswerSet) -> AnswerSet {
        var kept = answers
        while true {
            let hidden = index.conditional.map { index.questions[$0] }.filter {
                kept[$0.name] != nil && !asks($0, after: kept)
            }
            if hidden.isEmpty { break }
            for question in hidden { kept[question.name] = nil }
        }
        for entry in kept.entries {
            guard let place = index.companion(of: entry.name.rawValue) else { continue }
            if !(kept[index.questions[place].name]?.includes(AnswerRule.otherCode) ?? false) { kept[entry.name] = nil }
        }
        return kept
    }
}
