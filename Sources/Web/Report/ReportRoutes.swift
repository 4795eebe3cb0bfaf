import Hummingbird
import Wording

/// The latest release as a page. What it shows has passed disclosure control; nothing is calculated here.
struct ReportRoutes {
    let report: @Sendable (Language) async throws -> HTML?
    let frame: PageFrame

    func add(to router: Router<WebContext>) {
        router.get("/report") { [report, frame] request, _ in
            let language = Language.accepted(by: request)
            guard let page = try await report(language) else {
                return Reply.page(
                    frame.noReport(language: language), status: .notFound, language: language, for: request)
            }
            return Reply.page(
                page, language: language, for: request, styleHashes: InlineStyles.hashes(in: page.markup))
        }
    }
}

extension PageFrame {
    func noReport(language: Language) -> HTML {
        let title = LocalizedText("Det finns ingen rapport ännu", "There is no report yet")[language]
        let text = LocalizedText(
            "Siffrorna publiceras vid bestämda tider. Kom tillbaka när enkäterna har stängt.",
            "The figures are published at set times. Come back when the surveys have closed.")
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n<p>\(text[language])</p>")
    }
}
