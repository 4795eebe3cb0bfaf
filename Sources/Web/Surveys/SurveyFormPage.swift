import Chronology
import Registers
import Storage
import Surveying
import Wording

/// One page of a survey as it is answered: who asks and why before the first, the questions, and the ways on.
struct SurveyFormPage {
    let visit: SurveyVisit
    let place: SurveyPlace
    let facts: BoardFacts?
    let smallestGroup: Int
    let language: Language
    /// What stands in the fields: what was just typed, else what is saved.
    let answers: AnswerSet
    var errors: [AnswerError] = []
    /// Whether the reader has just saved to go on later.
    var hasJustSaved = false
    /// Whether nothing could be saved just now.
    var isUnavailable = false

    static let formID = "survey"

    func html(in frame: PageFrame) -> HTML {
        let title = visit.survey.title[language]
        let part = "\(words("Del", "Part")) \(place.index + 1) \(words("av", "of")) \(place.pages.count)"
        let heading: HTML =
            place.isFirst
            ? """
            <h1>\(title)</h1>
            \(notices)<p class="lead">\(lead)</p>
            \(introduction(frame))
            <p class="part">\(part)</p>
            <h2 class="part-title">\(pageTitle)</h2>
            """
            : """
            <p class="survey-title">\(title)</p>
            \(notices)<p class="part">\(part) <progress max="\(place.pages.count)" value="\(place.index + 1)" \
            aria-hidden="true"></progress></p>
            <h1 class="part-title">\(pageTitle)</h1>
            """
        return frame.page(
            title: [errors.isEmpty ? nil : words("Rätta", "Mend"), pageTitle, part, title].compactMap(\.self)
                .joined(separator: " – "),
            sender: facts?.name(in: language), language: language, languageSwitch: .button(form: SurveyFormPage.formID),
            foot: facts.map { frame.ownerFoot($0, language: language) },
            body: """
                \(heading)
                <form id="\(SurveyFormPage.formID)" method="post" action="\(visit.path)\(frame.query(language))" \
                autocomplete="off" novalidate>
                <input type="hidden" name="\(FormField.page)" value="\(place.page?.name ?? "")">
                \(questions)
                \(buttons)
                </form>
                """)
    }

    var format: LocalizedFormat { LocalizedFormat(language) }

    func words(_ swedish: String, _ english: String) -> String {
        language == .swedish ? swedish : english
    }

    private var pageTitle: String { place.page?.title[language] ?? "" }

    /// Questions whose answers are kept with the person stand together under a line that says so, unless the page
    /// brings its own information.
    private var questions: HTML {
        let questions = (place.page?.questions ?? []).filter { visit.survey.asks($0, after: answers) }
        let isExplained = questions.contains { QuestionTypes.named($0.item.questionType)?.isAnswered == false }
        var html = HTML()
        var isInContact = false
        for question in questions {
            let isContact = question.item.keptWith == .contact && !isExplained
            if isContact != isInContact {
                html +=
                    isContact ? "<div class=\"kept-with\">\n<p>\(KeptWithContact.notice[language])</p>\n" : "</div>\n"
                isInContact = isContact
            }
            html += question.html(
                language: language, answer: answers[question.name],
                comment: answers[ItemName("\(question.name)-Comment")].flatMap(SurveyFormPage.text), errors: errors,
                respondent: visit.respondent)
        }
        return isInContact ? html + "</div>\n" : html
    }

    private var buttons: HTML {
        let onwards =
            place.isLast
            ? button("primary", FormField.send, words("Skicka svaren", "Send the answers"))
            : button("primary", FormField.next, words("Nästa", "Next"))
        let back = place.isFirst ? HTML() : button("second", FormField.back, words("Tillbaka", "Back"))
        let until: HTML? =
            place.isLast
            ? """
            <p>\(words("Du kan ändra svaren", "You can change your answers")) \
            \(format.until(visit.closesAt)).</p>
            """ : nil
        return """
            <div class="send">
            \(until)\(onwards)
            \(back)
            \(button("link", FormField.save, words("Spara och fortsätt senare", "Save and continue later")))
            </div>
            """
    }

    private func button(_ style: String, _ action: String, _ label: String) -> HTML {
        "<button class=\"\(style)\" name=\"\(FormField.action)\" value=\"\(action)\">\(label)</button>"
    }

    private static func text(_ value: AnswerValue) -> String? {
        if case .text(let text) = value { text } else { nil }
    }
}

/// What is said of needs, offers and consent, which are stored with the person.
enum KeptWithContact {
    static let notice = LocalizedText(
        "De här svaren sparas tillsammans med ditt namn och dina kontaktuppgifter, skilda från de andra svaren.",
        "These answers are kept with your name and contact details, apart from the other answers.")
}
