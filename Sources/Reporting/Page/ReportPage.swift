public import Indicators
public import Wording

/// A release as one page that stands by itself: styles and drawings inside, no script, nothing fetched.
///
/// It reads on a telephone, in the dark, in forced colours and by ear, and prints on A4. Every chart is followed by
/// the table with its figures. A page made from simulated data says so at its top, in every caption and on every
/// printed sheet.
public enum ReportPage {
    /// The whole document in one language.
    public static func html(release: Release, facts: ReportFacts, language: Language) -> HTML {
        var document = ReportDocument(release: release, facts: facts, language: language)
        let sections = document.sections()
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"/>
            <meta name="referrer" content="no-referrer"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(document.windowTitle)</title>
            <style>\(HTML(trusted: styleSheet(isSimulated: release.isSimulated, language)))</style>
            </head>
            <body>
            <a class="skip" href="#content">\(document.words("Till innehållet", "To the content"))</a>
            \(document.banner())\(document.header())<main id="content">
            \(document.contents(of: sections))\(sections.map(\.html).joined())</main>
            \(document.footer())</body>
            </html>

            """
    }

    /// Exactly what stands in the page's only `style` element, so that a server can allow it by its hash.
    public static func styleSheet(isSimulated: Bool, _ language: Language) -> String {
        guard isSimulated else { return ReportStyle.sheet }
        // Margin boxes repeat on every sheet of paper.
        return ReportStyle.sheet + "@page { @top-center { content: \"\(SimulatedNotice.heading[language])\"; "
            + "font: 700 9pt sans-serif; } }\n"
    }
}
