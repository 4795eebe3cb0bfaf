import Wording

/// What stands around every page: sender, language, the word on simulated data, the foot.
struct PageFrame: Sendable {
    let isSimulated: Bool
    let isDemonstration: Bool

    /// How a page offers the other language.
    enum LanguageSwitch {
        /// A plain link to the same address; for pages on which nothing is typed.
        case link
        /// A button that posts the form of this id, so that what is typed is kept.
        case button(form: String)
        case none
    }

    func page(
        title: String, sender: String? = nil, language: Language, languageSwitch: LanguageSwitch = .link,
        foot: HTML? = nil, body: HTML
    ) -> HTML {
        let banner: HTML? = isSimulated ? "<p class=\"simulated\">\(simulated[language])</p>\n" : nil
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>\(title)\(isSimulated ? simulatedTitle[language] : "")</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="\(PageFrame.stylesheetPath)">
            </head>
            <body>
            <a class="skip" href="#main">\(language == .swedish ? "Hoppa till innehållet" : "Skip to the content")</a>
            <header class="site"><div class="width">
            <p class="sender">\(sender ?? "Sverige tillsammans")</p>
            \(switcher(languageSwitch, from: language))
            </div>
            \(banner)</header>
            <main id="main" class="width">
            \(body)
            </main>
            <footer class="site"><div class="width">
            \(foot)
            <ul class="links">
            <li><a href="/privacy\(query(language))">\(language == .swedish ? "Så behandlas personuppgifter" : "How personal data is handled")</a></li>
            <li><a href="/accessibility\(query(language))">\(language == .swedish ? "Tillgänglighet" : "Accessibility")</a></li>
            </ul>
            </div></footer>
            </body>
            </html>

            """
    }

    /// The address changes with the content, so that browsers may keep it for a year.
    static let stylesheetPath = "/genklang.css?v=\(Asset.stylesheet.version)"

    private var simulated: LocalizedText {
        isDemonstration
            ? LocalizedText(
                "SIMULERADE UPPGIFTER. Personer, svar och siffror är påhittade för att visa hur verktyget fungerar.",
                "SIMULATED DATA. People, answers and figures are made up to show how the tool works.")
            : LocalizedText(
                "SIMULERADE UPPGIFTER. Nodens inställningar är inte klara: uppgifter om länsstyrelsen eller gallringen är "
                    + "påhittade.",
                "SIMULATED DATA. The settings of this node are not finished: facts about the board or the retention are "
                    + "made up.")
    }

    private let simulatedTitle = LocalizedText(" (simulerade uppgifter)", " (simulated data)")

    private func switcher(_ kind: LanguageSwitch, from language: Language) -> HTML? {
        let other: Language = language == .swedish ? .english : .swedish
        let name = other == .swedish ? "Svenska" : "English"
        switch kind {
        case .none: return nil
        case .link:
            return """
                <p class="language"><a href="?lang=\(other.rawValue)" hreflang="\(other.rawValue)" \
                lang="\(other.rawValue)">\(name)</a></p>
                """
        case .button(let form):
            // The first button of a form is the one that Enter in a text field presses: one that saves.
            return """
                <button class="unseen" form="\(form)" name="\(FormField.action)" value="\(FormField.save)" tabindex="-1" \
                aria-hidden="true"></button><p class="language"><button class="link" form="\(form)" name="\(FormField.action)" \
                value="\(FormField.switchLanguage)-\(other.rawValue)" formnovalidate lang="\(other.rawValue)">\
                \(name)</button></p>
                """
        }
    }

    /// Keeps a chosen English on the way to another page; Swedish needs no choice.
    func query(_ language: Language) -> String {
        language == .english ? "?lang=en" : ""
    }
}
