internal import Registers

extension Survey {
    /// Reads a posted form: the fields of one page, or of the whole survey without a page.
    ///
    /// A field without anything in it, and a box not ticked, is no answer. A question's own text is never lost: what
    /// it cannot take is handed on as text, for ``validated(_:state:)`` to refuse and the page to show again. Fields
    /// that belong to no question of the page are passed over.
    ///
    /// - Returns: in the order of the questions.
    public func answers(
        fromForm fields: [(name: String, value: String)], page: String? = nil
    ) -> [(name: String, value: AnswerValue)] {
        var values: [String: [String]] = [:]
        for field in fields { values[field.name, default: []].append(field.value) }
        var answers: [(name: String, value: AnswerValue)] = []
        for place in places(ofPage: page) {
            let question = index.questions[place]
            let name = question.name.rawValue
            guard let given = values[name],
                let answer = index.types[place].answer(fromForm: given, rule: index.rules[place])
            else { continue }
            answers.append((name, answer))
            guard question.item.hasOther, answer.includes(AnswerRule.otherCode),
                let comment = AnswerRule.text(fromForm: values["\(name)-Comment"] ?? [])
            else { continue }
            answers.append(("\(name)-Comment", comment))
        }
        return answers
    }

    /// What is saved when a page is posted: the earlier answers, with those of this page in place of its own. A
    /// question of the page that is now empty loses its answer.
    ///
    /// - Parameter page: `nil` for a form that says no page, or one that is not there: then only the questions that
    ///   the form has fields for are laid over, since nothing tells an empty question from one that was not shown.
    public func answers(
        _ earlier: AnswerSet, withForm fields: [(name: String, value: String)], page: String?
    ) -> AnswerSet {
        var shown = places(ofPage: page)
        if page == nil {
            let given = Set(fields.map(\.name))
            shown = shown.filter { given.contains(index.questions[$0].name.rawValue) }
        }
        var answers = earlier
        for place in shown {
            let name = index.questions[place].name
            answers[name] = nil
            if index.questions[place].item.hasOther { answers[ItemName("\(name)-Comment")] = nil }
        }
        for answer in self.answers(fromForm: fields, page: page) { answers[ItemName(answer.name)] = answer.value }
        return answers
    }

    private func places(ofPage name: String?) -> [Int] {
        guard let name else { return Array(index.questions.indices) }
        return page(named: name)?.questions.compactMap { index.position(of: $0.name.rawValue) } ?? []
    }
}
