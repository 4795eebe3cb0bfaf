internal import Expressions
internal import Wording

extension Survey {
    /// The survey in SurveyJS' JSON model, in the subset that ``SurveyComposition/init(model:file:)`` reads.
    /// Leads are left out, for they may name what an outside tool does not know of the person.
    public var surveyJS: String {
        JSONTree.object([
            ("locale", .text("sv")), ("title", SurveyJS.text(title)), ("wave", .text(id.wave.rawValue)),
            ("pages", .array(pages.map(SurveyJS.page))),
        ]).pretty
    }
}

extension SurveyJS {
    static func page(_ page: SurveyPage) -> JSONTree {
        var elements: [JSONTree] = []
        var panel: [JSONTree] = []
        var heading: LocalizedText?
        func closePanel() {
            guard let title = heading else { return }
            elements.append(
                .object([
                    ("type", .text("panel")), ("name", .text("\(page.name)-\(elements.count + 1)")),
                    ("title", text(title)), ("elements", .array(panel)),
                ]))
            panel = []
            heading = nil
        }
        for question in page.questions {
            if let next = question.heading {
                closePanel()
                heading = next
            }
            if heading == nil { elements.append(element(question)) } else { panel.append(element(question)) }
        }
        closePanel()
        return .object([
            ("name", .text(page.name)), ("title", text(page.title)), ("elements", .array(elements)),
        ])
    }

    private static func element(_ question: Question) -> JSONTree {
        let own = QuestionTypes.named(question.item.questionType)?.surveyJS(question) ?? []
        let type = own.filter { $0.key == "type" }
        var members = type + [("name", .text(question.name.rawValue))]
        if !own.contains(where: { $0.key == "html" }) { members.append(("title", text(question.text))) }
        if question.isRequired { members.append(("isRequired", .boolean(true))) }
        if let condition = question.visibleIf { members.append(("visibleIf", .text(condition.source))) }
        return .object(members + own.filter { $0.key != "type" })
    }
}
