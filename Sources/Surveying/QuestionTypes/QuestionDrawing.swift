public import Wording

/// How one question is drawn for one person: language, the answer so far and what is wrong with it.
public struct QuestionDrawing: Sendable {
    public let language: Language
    public let answer: AnswerValue?
    /// What *other* is, where that was chosen.
    public let comment: String?
    public let respondent: Respondent

    init(language: Language, answer: AnswerValue?, comment: String?, respondent: Respondent) {
        self.language = language
        self.answer = answer
        self.comment = comment
        self.respondent = respondent
    }

    /// Radio buttons or tick boxes with their labels, stacked: the choices, then *other*, *none* and the non-values.
    func choices(of question: Question, type: HTML) -> HTML {
        let options = Option.all(of: question, language)
        let labels = options.enumerated().map { place, option in
            label(option, of: question, type: type, isFirst: place == 0)
        }
        return "<div class=\"choices\">\n\(labels.joined())</div>\n\(otherField(of: question))"
    }

    func label(_ option: Option, of question: Question, type: HTML, isFirst: Bool) -> HTML {
        let id: HTML = isFirst ? " id=\"\(question.name.rawValue)\"" : ""
        let checked: HTML = answer?.isChosen(option.code) ?? false ? " checked" : ""
        return """
            <label class="\(option.isAside ? "choice choice-aside" : "choice")"><input type="\(type)"\(id) \
            name="\(question.name.rawValue)" value="\(option.code)"\(checked)> <span>\(option.label)</span></label>\n
            """
    }

    func otherField(of question: Question) -> HTML {
        guard question.item.hasOther else { return "" }
        let name = "\(question.name)-Comment"
        let text = LocalizedText("Vad i så fall?", "What, in that case?")[language]
        return """
            <label class="choice-other" for="\(name)">\(text)</label>
            <input type="text" id="\(name)" name="\(name)" value="\(comment ?? "")" autocomplete="off">\n
            """
    }

    /// What an answer is as the text of a field, faulty ones too, so that nothing typed is lost.
    var typed: String {
        switch answer {
        case .text(let text): text
        case .number(let number): String(number)
        case .codes(let codes): codes.joined(separator: ", ")
        case nil: ""
        }
    }
}

/// One thing that can be ticked.
struct Option {
    var code: String
    var label: String
    /// Stands apart from the choices proper.
    var isAside: Bool

    static func all(of question: Question, _ language: Language) -> [Option] {
        var options = question.choices.filter { !$0.isExclusive }.map {
            Option(code: $0.code.text, label: $0.label[language], isAside: false)
        }
        if question.item.hasOther {
            let other = LocalizedText("Annat", "Other")[language]
            options.append(Option(code: AnswerRule.otherCode, label: other, isAside: false))
        }
        return options + asides(of: question, language)
    }

    static func asides(of question: Question, _ language: Language) -> [Option] {
        var options = question.choices.filter(\.isExclusive).map {
            Option(code: $0.code.text, label: $0.label[language], isAside: true)
        }
        if let label = question.dontKnow {
            options.append(Option(code: "dont_know", label: label[language], isAside: true))
        }
        if let label = question.notApplicable {
            options.append(Option(code: "not_applicable", label: label[language], isAside: true))
        }
        return options
    }
}

extension AnswerValue {
    func isChosen(_ code: String) -> Bool {
        if case .number(let number) = self { return String(number) == code }
        return includes(code)
    }
}
