import Hummingbird
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
            _ = try await request.wholeBody(limits: limits)
            if let letter = context.parameters.get("letter"), letter.utf8.count <= 64 {
                try await desk.unsubscribe(letter: letter)
            }
            return Reply.page(frame.unsubscribed(language: language), language: language, for: request)
        }
    }
}

extension PageFrame {
    func unsubscribe(language: Language) -> HTML {
        let title = LocalizedText("Vill du inte ha fler utskick?", "No more letters?")[language]
        let text = LocalizedText(
            """
            Då skickar länsstyrelsen inga fler brev om konferenserna till den adress som brevet gick till. Inga svar \
            ändras.
            """,
            """
            Then the board sends no more letters about the conferences to the address that the letter went to. No \
            answers change.
            """)
        let button = LocalizedText("Avsluta utskicken", "Stop the letters")[language]
        return page(
            title: title, language: language,
            body: """
                <h1>\(title)</h1>
                <p>\(text[language])</p>
                <form method="post"><p class="send"><button class="primary">\(button)</button></p></form>
                """)
    }

    func unsubscribed(language: Language) -> HTML {
        let title = LocalizedText("Du får inga fler utskick", "You will get no more letters")[language]
        let text = LocalizedText(
            "Brev som redan är på väg kan ännu komma fram.", "Letters already on their way may still arrive.")
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n<p>\(text[language])</p>")
    }
}
