import Chronology
import Registers
import Surveying
import Wording

/// What the reader has answered, until when it can be changed, and the conference for the calendar.
struct ReceiptPage {
    let visit: SurveyVisit
    let saved: SurveyVisit.SavedAnswers
    let facts: BoardFacts?
    let language: Language

    func html(in frame: PageFrame) -> HTML {
        let title = words("Tack för dina svar", "Thank you for your answers")
        let format = LocalizedFormat(language)
        let query = frame.query(language)
        return frame.page(
            title: title, sender: facts?.name(in: language), language: language,
            foot: facts.map { frame.ownerFoot($0, language: language) },
            body: """
                <h1>\(title)</h1>
                <div class="kept" role="status"><p><strong>\(words("Vi har sparat dina svar", "We have saved your answers")) \
                \(format.dateAndTime(saved.savedAt)).</strong> \(words(
                    "Du kan ändra dem med samma länk", "You can change them with the same link")) \
                \(format.until(visit.closesAt)).</p></div>
                <p><a class="button" href="\(visit.path)\(query)">\(words("Ändra svaren", "Change the answers"))</a></p>
                \(calendar(query))<h2>\(words("Dina svar", "Your answers"))</h2>
                <p>\(visit.survey.title[language])</p>
                \(list { $0.item.keptWith == .answers })
                \(contactPart)
                """)
    }

    private func words(_ swedish: String, _ english: String) -> String {
        language == .swedish ? swedish : english
    }

    private func calendar(_ query: String) -> HTML? {
        guard visit.survey.id.wave == .before else { return nil }
        return """
            <p><a href="\(visit.path)/conference.ics">\(words(
                "Lägg till konferensen i din kalender", "Add the conference to your calendar"))</a></p>

            """
    }

    private var contactPart: HTML? {
        guard visit.survey.questions.contains(where: { $0.item.keptWith == .contact }) else { return nil }
        return """
            <h2>\(words("Sparas med dina kontaktuppgifter", "Kept with your contact details"))</h2>
            <p>\(KeptWithContact.notice[language])</p>
            \(list { $0.item.keptWith == .contact })
            """
    }

    private func list(_ belongs: (Question) -> Bool) -> HTML {
        let rows = visit.survey.questions.filter(belongs).compactMap(row)
        return "<dl class=\"answers\">\n\(rows.joined(separator: "\n"))\n</dl>"
    }

    private func row(_ question: Question) -> HTML? {
        guard QuestionTypes.named(question.item.questionType)?.isAnswered == true,
            visit.survey.asks(question, after: saved.answers)
        else { return nil }
        let answer: HTML
        if let value = saved.answers[question.name] {
            var text = question.summary(value, language)
            if case .text(let other) = saved.answers[ItemName("\(question.name)-Comment")] { text += ": \(other)" }
            answer = "<dd>\(text)</dd>"
        } else {
            answer = "<dd class=\"none\">\(words("Inget svar", "No answer"))</dd>"
        }
        return "<dt>\(question.text[language])</dt>\(answer)"
    }
}
