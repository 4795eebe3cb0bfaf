internal import Expressions
internal import Registers
internal import SourceText

/// Finds questions that nobody can come to: whose condition names no earlier question, or holds after no answers.
struct ConditionCheck {
    /// Beyond this many combinations of answers the question is taken to be reachable.
    static let mostCombinations = 20_000

    let bank: Bank
    let composition: SurveyComposition

    var diagnostics: [Diagnostic] {
        var found: [Diagnostic] = []
        var earlier: [ItemName] = []
        for page in composition.pages {
            for element in page.elements {
                guard let condition = element.visibleIf else { continue }
                found += errors(of: condition, element, earlier)
            }
            earlier += page.elements.map(\.name)
        }
        return found
    }

    private func errors(
        of condition: Condition, _ element: SurveyComposition.Element, _ earlier: [ItemName]
    ) -> [Diagnostic] {
        let place = element.place["visibleIf"] ?? element.place
        do {
            _ = try Condition(condition.source, names: Set(composition.elements.map(\.name.rawValue)))
        } catch {
            return [Diagnostic(error, in: place)]
        }
        guard condition.ownWords.isEmpty else {
            return [
                place.error(
                    "SurveyJS would read \(condition.ownWords.joined(separator: ", ")) otherwise.",
                    advice: "In a survey write names as {A0}, and anyof instead of in; functions are for lists.")
            ]
        }
        let late = condition.names.filter { !earlier.contains(ItemName($0)) }
        guard late.isEmpty else {
            return [
                place.error(
                    "\(element.name) depends on \(late.joined(separator: ", ")), which no earlier page asks.",
                    advice: "Pages are shown one at a time, without script: move the question to a later page.")
            ]
        }
        guard !canHold(condition) else { return [] }
        return [
            place.error(
                "No answer makes \(element.name) reachable: the condition never holds.",
                advice: "Compare the codes with those of the bank.")
        ]
    }

    /// Tries every combination of the answers that the questions named offer, and of no answer.
    private func canHold(_ condition: Condition) -> Bool {
        var answers: [[ConditionValue]] = []
        for name in condition.names {
            guard let values = values(of: ItemName(name)) else { return true }
            answers.append([.empty] + values)
        }
        let combinations = answers.reduce(1) { min($0 * $1.count, ConditionCheck.mostCombinations + 1) }
        guard combinations <= ConditionCheck.mostCombinations else { return true }
        return (0..<combinations).contains { combination in
            var rest = combination
            var chosen: [String: ConditionValue] = [:]
            for (name, values) in zip(condition.names, answers) {
                chosen[name] = values[rest % values.count]
                rest /= values.count
            }
            return condition.holds { chosen[$0] ?? .empty }
        }
    }

    /// The answers to a question with one choice; `nil` where they cannot be listed.
    private func values(of name: ItemName) -> [ConditionValue]? {
        let element = composition.elements.first { $0.name == name }
        guard let item = bank.item(named: name) ?? element?.stated.ownItem(named: name, wave: composition.wave),
            let type = QuestionTypes.named(item.questionType), !type.takesSeveral, let scale = item.scale
        else { return nil }
        var values = scale.points.map { $0.code.value.conditionValue }
        if scale.hasDontKnow { values.append(.text("dont_know")) }
        if scale.hasNotApplicable { values.append(.text("not_applicable")) }
        return values
    }
}
