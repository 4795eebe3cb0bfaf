import Chronology
import Registers
import Storage
import Surveying
import Wording

/// The page on which a survey is answered: who asks and why, every question, and two ways to end.
struct SurveyFormPage {
    let visit: SurveyVisit
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
        return frame.page(
            title: errors.isEmpty ? title : "\(words("Rätta", "Mend")): \(title)",
            sender: facts?.name, language: language, languageSwitch: .button(form: SurveyFormPage.formID),
            foot: facts.map { frame.ownerFoot($0, language: language) },
            body: """
                <h1>\(title)</h1>
                \(errorSummary)\(savedNotice)<p class="lead">\(lead)</p>
                \(about(frame))
                <form id="\(SurveyFormPage.formID)" method="post" action="\(visit.path)\(frame.query(language))" \
                autocomplete="off" novalidate>
                \(parts)
                <div class="send">
                <p>\(words("Du kan ändra svaren till", "You can change your answers until")) \
                \(format.dateAndTime(visit.closesAt)).</p>
                <button class="primary" name="\(FormField.action)" value="\(FormField.send)">\
                \(words("Skicka svaren", "Send the answers"))</button>
                <button class="second" name="\(FormField.action)" value="\(FormField.save)">\
                \(words("Spara och fortsätt senare", "Save and continue later"))</button>
                </div>
                </form>
                """)
    }

    private var format: LocalizedFormat { LocalizedFormat(language) }

    private func words(_ swedish: String, _ english: String) -> String {
        language == .swedish ? swedish : english
    }

    private var lead: String {
        let sender = facts?.name ?? words("Länsstyrelsen", "The county administrative board")
        let place = visit.conference.place
        let day = format.longDate(visit.conference.date)
        return switch visit.survey.id.wave {
        case .before:
            words(
                "\(sender) frågar dig som är anmäld till konferensen Sverige tillsammans i \(place) \(day).",
                "\(sender) asks you who are registered for the conference Sverige tillsammans in \(place) on \(day).")
        case .after:
            words(
                "\(sender) frågar dig som var anmäld till konferensen Sverige tillsammans i \(place) \(day).",
                "\(sender) asks you who were registered for the conference Sverige tillsammans in \(place) on \(day).")
        case .threeMonths:
            words(
                "\(sender) frågar dig som var på konferensen Sverige tillsammans i \(place) \(day).",
                "\(sender) asks you who took part in the conference Sverige tillsammans in \(place) on \(day).")
        }
    }

    // MARK: What the reader should know first

    private func about(_ frame: PageFrame) -> HTML {
        let contact: HTML? = facts.map { facts in
            "<li>\(words("Frågor om enkäten:", "Questions about the survey:")) \(frame.contact(facts))</li>\n"
        }
        let heading = words("Innan du svarar", "Before you answer")
        return """
            <section class="about" aria-labelledby="about"><h2 id="about">\(heading)</h2>
            <ul>
            \(statements.map { "<li>\($0)</li>" as HTML }.joined(separator: "\n"))
            <li>\(words(
                "Svaren blir normalt allmän handling och kan begäras ut. Vi kan inte lova sekretess.",
                "Answers normally become public records that anyone can request. We cannot promise secrecy.")) \
            <strong>\(words("Skriv inget om enskilda personer.", "Write nothing about individuals."))</strong> \
            <a href="/privacy\(frame.query(language))">\(words(
                "Så behandlas personuppgifter", "How personal data is handled"))</a></li>
            \(contact)</ul></section>
            """
    }

    private var statements: [String] {
        let closes = format.dateAndTime(visit.closesAt)
        return [
            words(
                "Det tar ungefär \(minutes) minuter och är frivilligt. Enkäten är öppen till \(closes).",
                "It takes about \(minutes) minutes and is voluntary. The survey is open until \(closes)."),
            purpose[language],
            words(
                """
                Några frågor ställs både före och efter konferensen, så att svaren kan jämföras. Därför är länken \
                personlig: skicka den inte vidare.
                """,
                """
                Some questions are asked both before and after the conference, so that answers can be compared. So the \
                link is personal: do not pass it on.
                """),
            words(
                "Vi redovisar bara grupper om minst \(smallestGroup) personer.",
                "We report only groups of at least \(smallestGroup) people."),
        ]
    }

    private var minutes: String {
        switch visit.survey.id.wave {
        case .before: words("fem", "five")
        case .after: words("sju", "seven")
        case .threeMonths: words("fyra", "four")
        }
    }

    private var purpose: LocalizedText {
        switch visit.survey.id.wave {
        case .before:
            LocalizedText(
                "Svaren används för att planera dagen efter det ni behöver och för att följa upp konferensen.",
                "The answers are used to plan the day for what you need, and to follow up the conference.")
        case .after:
            LocalizedText(
                "Svaren används för att se vad dagen gav och vad ni behöver nu.",
                "The answers are used to see what the day gave and what you need now.")
        case .threeMonths:
            LocalizedText(
                "Svaren används för att se vad ni har kunnat använda och vad som hindrar.",
                "The answers are used to see what you have been able to use and what stands in the way.")
        }
    }

    private var savedNotice: HTML? {
        if isUnavailable {
            return """
                <div class="errors" role="alert"><h2>\(ProblemKind.unavailable.title[language])</h2>
                <p>\(words(
                    "Inget kunde sparas nu. Allt du har skrivit finns kvar här. Skicka igen om en liten stund.",
                    "Nothing could be saved now. Everything you have written is still here. Send again in a little while."
                ))</p></div>

                """
        }
        guard hasJustSaved, let saved = visit.saved else { return nil }
        return """
            <div class="kept" role="status"><p><strong>\(words("Sparat", "Saved")) \
            \(format.dateAndTime(saved.savedAt)).</strong> \(words(
                "Öppna samma länk när du vill fortsätta, också på en annan enhet.",
                "Open the same link when you want to continue, on another device too."))</p></div>

            """
    }

    private var errorSummary: HTML? {
        guard !errors.isEmpty else { return nil }
        let links = errors.map { error -> HTML in
            let name = ItemName(error.item.replacing("-Comment", with: ""))
            let question = visit.survey.question(named: name)?.text[language] ?? error.item
            return "<li><a href=\"#\(error.item)\">\(question)</a> \(error.message[language])</li>"
        }
        let heading =
            errors.count == 1
            ? words("Ett svar behöver rättas", "One answer needs mending")
            : words("\(errors.count) svar behöver rättas", "\(errors.count) answers need mending")
        return """
            <div class="errors" role="alert" aria-labelledby="errors"><h2 id="errors">\(heading)</h2>
            <p>\(words("Allt du har skrivit finns kvar.", "Everything you have written is still here."))</p>
            <ul>
            \(links.joined(separator: "\n"))
            </ul></div>

            """
    }

    // MARK: The questions

    private var parts: HTML {
        let pages = visit.survey.pages
        return pages.enumerated().map { number, page -> HTML in
            """
            <section class="part" aria-labelledby="part-\(number + 1)">
            <h2 id="part-\(number + 1)">\(page.title[language]) \
            <small>\(words("del", "part")) \(number + 1) \(words("av", "of")) \(pages.count)</small></h2>
            \(questions(of: page))</section>

            """
        }.joined()
    }

    /// Questions whose answers are kept with the person stand together under a line that says so.
    private func questions(of page: SurveyPage) -> HTML {
        var html = HTML()
        var isInContact = false
        for question in page.questions {
            let isContact = question.item.keptWith == .contact
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
