import Hummingbird
import Participants
import Wording

/// The opt-out link of letters, `/u/LETTER`: a question on GET, done on POST, also by a mail program in one click
/// (RFC 8058). The same replies whether or not there is such a letter.
struct UnsubscribeRoutes {
    let desk: SurveyDesk
    let limits: WebLimits
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("/u/{letter}") { [frame] request, _ in
            let language = Language.accepted(by: request)
            return Reply.page(frame.unsubscribe(language: language), language: language, for: request)
        }
        router.post("/u/{letter}") { [self] request, context in
            let language = Language.accepted(by: request)
            let body = try await request.wholeBody(limits: limits)
            // A mail program's click says nothing of streams, and stops them all.
            let stream = FormBody(body)?.first("stream").flatMap(OptOutStream.init(rawValue:)) ?? .all
            if let letter = context.parameters.get("letter"), letter.utf8.count <= 64 {
                try await desk.unsubscribe(letter: letter, from: stream)
            }
            return Reply.page(frame.unsubscribed(from: stream, language: language), language: language, for: request)
        }
    }
}

extension PageFrame {
    func unsubscribe(language: Language) -> HTML {
        let title = LocalizedText("Avsluta utskick", "Stop letters")[language]
        let question = LocalizedText("Vilka utskick vill du slippa?", "Which letters do you not want?")[language]
        let text = LocalizedText(
            "Det gäller den adress som brevet gick till. Inga svar ändras.",
            "It is about the address that the letter went to. No answers change.")[language]
        var choices: HTML = ""
        for stream in OptOutStream.allCases {
            let checked: HTML = stream == .all ? " checked" : ""
            choices += """
                <label class="choice"><input type="radio" name="stream" value="\(stream.rawValue)"\(checked)> \
                <span>\(stream.offer[language])</span></label>\n
                """
        }
        let button = LocalizedText("Avsluta", "Stop them")[language]
        return page(
            title: title, language: language,
            body: """
                <h1>\(title)</h1>
                <form method="post"><fieldset class="q"><legend class="q-text">\(question)</legend>
                <p class="q-help">\(text)</p>
                <div class="choices">
                \(choices)</div>
                </fieldset><p class="send"><button class="primary">\(button)</button></p></form>
                """)
    }

    func unsubscribed(from stream: OptOutStream, language: Language) -> HTML {
        let title = stream.done[language]
        let text = LocalizedText(
            "Brev som redan är på väg kan ännu komma fram.", "Letters already on their way may still arrive.")
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n<p>\(text[language])</p>")
    }
}

extension OptOutStream {
    fileprivate var offer: LocalizedText {
        switch self {
        case .surveys: LocalizedText("Enkäter och påminnelser om dem", "Surveys and reminders of them")
        case .practical:
            LocalizedText("Praktisk information om konferenserna", "Practical information about the conferences")
        case .all: LocalizedText("Alla utskick om konferenserna", "All letters about the conferences")
        }
    }

    fileprivate var done: LocalizedText {
        switch self {
        case .surveys: LocalizedText("Du får inga fler enkäter", "You will get no more surveys")
        case .practical:
            LocalizedText("Du får ingen mer praktisk information", "You will get no more practical information")
        case .all: LocalizedText("Du får inga fler utskick", "You will get no more letters")
        }
    }
}
