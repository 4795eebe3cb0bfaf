internal import Expressions
internal import Registers

extension Survey {
    /// Checks every answer and gathers all faults; linear in the number of answers and questions.
    ///
    /// A `complete` response needs an answer to each required question that is asked. In a counted response
    /// (`partial` or `complete`) an answer to a question that its condition hides is a fault; a draft keeps it, so
    /// that nothing typed is lost. See ``asked(of:)`` to leave such answers out before sending.
    public func validated(_ answers: [(name: String, value: AnswerValue)], state: ResponseState) -> Validation {
        var errors: [AnswerError] = []
        var values = [AnswerValue?](repeating: nil, count: index.questions.count)
        var comments: [(place: Int, entry: AnswerSet.Entry)] = []
        for answer in answers {
            if let place = index.position(of: answer.name) {
                if values[place] != nil {
                    errors.append(AnswerError(item: answer.name, fault: .doubled))
                } else {
                    values[place] = answer.value
                    if let fault = index.types[place].fault(in: answer.value, rule: index.rules[place]) {
                        errors.append(AnswerError(item: answer.name, fault: fault))
                    }
                }
            } else if let place = index.companion(of: answer.name) {
                if let fault = AnswerRule.faultOfComment(answer.value) {
                    errors.append(AnswerError(item: answer.name, fault: fault))
                }
                if comments.contains(where: { $0.place == place }) {
                    errors.append(AnswerError(item: answer.name, fault: .doubled))
                }
                comments.append((place, AnswerSet.Entry(name: ItemName(answer.name), value: answer.value)))
            } else {
                errors.append(AnswerError(item: answer.name, fault: .unknownItem))
            }
        }
        for comment in comments where !(values[comment.place]?.includes(AnswerRule.otherCode) ?? false) {
            errors.append(AnswerError(item: comment.entry.name.rawValue, fault: .notAsked))
        }
        if state != .draft { checkWhole(values, state, &errors) }
        guard errors.isEmpty else { return .invalid(errors) }
        var entries: [AnswerSet.Entry] = []
        entries.reserveCapacity(answers.count)
        for place in index.byName {
            if let value = values[place] {
                entries.append(AnswerSet.Entry(name: index.questions[place].name, value: value))
            }
        }
        return .valid(AnswerSet(comments.isEmpty ? entries : entries + comments.map(\.entry)))
    }

    private func checkWhole(_ values: [AnswerValue?], _ state: ResponseState, _ errors: inout [AnswerError]) {
        for place in index.required where state == .complete && values[place] == nil && isAsked(place, values) {
            errors.append(AnswerError(item: index.questions[place].name.rawValue, fault: .required))
        }
        for place in index.conditional where values[place] != nil && !isAsked(place, values) {
            errors.append(AnswerError(item: index.questions[place].name.rawValue, fault: .notAsked))
        }
    }

    private func isAsked(_ place: Int, _ values: [AnswerValue?]) -> Bool {
        guard let condition = index.questions[place].visibleIf else { return true }
        return condition.holds { name in
            index.position(of: name).flatMap { values[$0] }?.conditionValue ?? .empty
        }
    }
}
