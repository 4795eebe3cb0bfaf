public import Wording

/// The picture of coverage as a page that stands by itself, with the same figures and names as tables: no script,
/// nothing fetched.
public enum CoveragePage {
    public static func html(_ facts: CoverageFacts, _ language: Language) -> HTML {
        let tables = CoverageTables(facts, language)
        let tag = facts.notice.map { _ in SimulatedNotice.tag[language] }
        let conferences = tables.conferences.map { $0.html(number: 2, tag: tag, language) }
        let title = facts.title[language]
        let sheet =
            ReportPage.styleSheet(isSimulated: facts.notice != nil, language) + CoverageDrawing.pageStyle
        let pictures = [CoverageLayout.wide, .narrow].map { CoverageDrawing(facts, language, $0).inline }
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"/>
            <meta name="referrer" content="no-referrer"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(tag.map { "\(title) – \($0)" } ?? title)</title>
            <style>\(HTML(trusted: sheet))</style>
            </head>
            <body>
            <header><h1>\(title)</h1></header>
            <main>
            \(pictures.joined())
            \(tables.counties.html(number: 1, tag: tag, language))\(conferences)</main>
            </body>
            </html>

            """
    }
}
