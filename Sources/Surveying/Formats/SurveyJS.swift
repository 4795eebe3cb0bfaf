internal import Wording

/// Pieces of the SurveyJS JSON model that question types share.
enum SurveyJS {
    /// `{"default": Swedish, "en": English}`: the survey's locale is Swedish.
    static func text(_ text: LocalizedText) -> JSONTree {
        .object([("default", .text(text.swedish)), ("en", .text(text.english))])
    }

    /// The choices with their non-values, which SurveyJS knows no other way.
    static func choices(of question: Question) -> [(key: String, value: JSONTree)] {
        var choices: [JSONTree] = question.choices.filter { !$0.isExclusive }.map { choice($0.code, $0.label) }
        if let label = question.dontKnow { choices.append(choice(.word("dont_know"), label)) }
        if let label = question.notApplicable { choices.append(choice(.word("not_applicable"), label)) }
        var properties: [(key: String, value: JSONTree)] = [("choices", .array(choices))]
        if let none = question.choices.first(where: \.isExclusive) {
            properties += [("showNoneItem", .boolean(true)), ("noneText", text(none.label))]
        }
        if question.item.hasOther { properties.append(("showOtherItem", .boolean(true))) }
        if let most = question.item.maxSelected { properties.append(("maxSelectedChoices", .integer(Int64(most)))) }
        return properties
    }

    static func limit(of question: Question) -> [(key: String, value: JSONTree)] {
        question.item.maxLength.map { [("maxLength", .integer(Int64($0)))] } ?? []
    }

    private static func choice(_ code: AnswerCode, _ label: LocalizedText) -> JSONTree {
        let value: JSONTree =
            switch code {
            case .number(let number): .integer(number)
            case .word(let word): .text(word)
            }
        return .object([("value", value), ("text", text(label))])
    }
}
