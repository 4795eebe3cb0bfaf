public import Wording

extension Question {
    /// The question as a form shows it, with its heading and lead; see ``QuestionType`` for the markup.
    ///
    /// - Parameters:
    ///   - comment: what *other* is, where that was chosen.
    ///   - errors: those of all questions; the question takes its own.
    public func html(
        language: Language, answer: AnswerValue? = nil, comment: String? = nil, errors: [AnswerError] = [],
        respondent: Respondent = .unknown
    ) -> HTML {
        guard let type = QuestionTypes.named(item.questionType) else { return "" }
        let drawing = QuestionDrawing(language: language, answer: answer, comment: comment, respondent: respondent)
        var html = HTML()
        if let heading { html += "<h2 class=\"q-heading\">\(heading[language])</h2>\n" }
        guard type.isAnswered else { return html + type.controls(of: self, in: drawing) }
        let name = name.rawValue
        let faults = errors.filter { $0.item == name || $0.item == "\(name)-Comment" }
        let help = type.help(of: self, language)
        let described = [help == nil ? nil : "\(name)-help", faults.isEmpty ? nil : "\(name)-error"].compactMap(\.self)
        let description: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        let role: HTML = type.isRadioGroup ? " role=\"radiogroup\"" : ""
        let state: HTML = faults.isEmpty ? "" : " q-faulty"
        html += "<fieldset class=\"q q-\(type.name.rawValue)\(state)\" id=\"q-\(name)\"\(role)\(description)>\n"
        html += legend(type, language)
        if let help { html += "<p class=\"q-help\" id=\"\(name)-help\">\(help)</p>\n" }
        if !faults.isEmpty {
            let messages = faults.map { $0.message[language] }.joined(separator: " ")
            html += "<p class=\"q-error\" id=\"\(name)-error\">\(messages)</p>\n"
        }
        html += type.controls(of: self, in: drawing)
        html += "</fieldset>\n"
        return withLead(html, language, respondent)
    }

    private func legend(_ type: any QuestionType, _ language: Language) -> HTML {
        let needed = LocalizedText("(måste besvaras)", "(required)")[language]
        let mark: HTML = isRequired ? " <span class=\"q-required\">\(needed)</span>" : ""
        let words: HTML =
            type.takesChoices
            ? "\(text[language])\(mark)" : "<label for=\"\(name.rawValue)\">\(text[language])\(mark)</label>"
        return "<legend class=\"q-text\">\(words)</legend>\n"
    }

    private func withLead(_ html: HTML, _ language: Language, _ respondent: Respondent) -> HTML {
        guard let lead, let words = Piping.filled(lead[language], with: respondent), !words.isEmpty else { return html }
        return "<p class=\"q-lead\" id=\"\(name.rawValue)-lead\">\(words)</p>\n\(html)"
    }

    /// The answer as one line of a receipt.
    public func summary(_ answer: AnswerValue, _ language: Language) -> String {
        QuestionTypes.named(item.questionType)?.summary(of: answer, to: self, language) ?? ""
    }

    /// The labels of what was chosen; a word that is no choice is shown as it is.
    func labels(of value: AnswerValue, _ language: Language) -> String {
        let options = Option.all(of: self, language)
        let codes: [String]
        switch value {
        case .number(let number): codes = [String(number)]
        case .text(let text): codes = [text]
        case .codes(let several): codes = several
        }
        return codes.map { code in options.first { $0.code == code }?.label ?? code }.joined(separator: ", ")
    }
}
