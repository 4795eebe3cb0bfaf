internal import Registers
internal import Wording

/// Organisations of a conference's roster, in groups, kept as their codes. One's own organisation is left out.
struct RosterQuestion: QuestionType {
    let name = QuestionTypeName("roster")
    let takesSeveral = true

    func fault(in value: AnswerValue, rule: AnswerRule) -> AnswerFault? {
        rule.faultOfSeveral(value)
    }

    func help(of question: Question, _ language: Language) -> String? {
        LimitWords.choices(question.item.maxSelected, language)
    }

    func controls(of question: Question, in drawing: QuestionDrawing) -> HTML {
        let own = drawing.respondent.organisation?.rawValue
        let offered = question.choices.filter { !$0.isExclusive && $0.code.text != own }
        var groups: [(heading: LocalizedText?, choices: [Choice])] = []
        for choice in offered {
            if let place = groups.firstIndex(where: { $0.heading == choice.group }) {
                groups[place].choices.append(choice)
            } else {
                groups.append((choice.group, [choice]))
            }
        }
        var isFirst = true
        func labels(_ options: [Option]) -> HTML {
            options.map { option in
                defer { isFirst = false }
                return drawing.label(option, of: question, type: "checkbox", isFirst: isFirst)
            }.joined()
        }
        var html: HTML = "<div class=\"roster\" data-roster>\n"
        for (number, group) in groups.enumerated() {
            let id = "\(question.name)-group-\(number + 1)"
            let options = group.choices.map {
                Option(code: $0.code.text, label: $0.label[drawing.language], isAside: false)
            }
            if let heading = group.heading {
                html += """
                    <div class="roster-group" role="group" aria-labelledby="\(id)">
                    <p class="roster-heading" id="\(id)">\(heading[drawing.language])</p>
                    <div class="choices">\n\(labels(options))</div>
                    </div>\n
                    """
            } else {
                html += "<div class=\"roster-group\"><div class=\"choices\">\n\(labels(options))</div></div>\n"
            }
        }
        let asides = Option.asides(of: question, drawing.language)
        if !asides.isEmpty { html += "<div class=\"choices\">\n\(labels(asides))</div>\n" }
        return html + "</div>\n"
    }

    func answer(fromForm values: [String], rule: AnswerRule) -> AnswerValue? {
        rule.answers(fromForm: values)
    }

    func surveyJS(_ question: Question) -> [(key: String, value: JSONTree)] {
        [("type", .text("checkbox"))] + SurveyJS.choices(of: question)
    }
}
