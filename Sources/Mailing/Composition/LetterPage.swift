import Wording

/// A letter's two parts, written side by side from the same sections.
struct LetterPage: Sendable {
    struct Section: Sendable {
        var language: Language
        /// Above the second language, since the subject is in the first.
        var heading: String?
        var body: LetterMarkup
        var footer: LetterMarkup
    }

    var subject: String
    var sections: [Section]
    var isSimulated: Bool
    var isDemonstration: Bool

    /// Said in both languages, before anything else.
    private var notice: LocalizedText? {
        guard isSimulated else { return nil }
        return isDemonstration ? Self.demonstration : Self.workspace
    }

    private static let workspace = LocalizedText(
        "Simulerade uppgifter: genklang.yml har kvar påhittade uppgifter. Det här brevet ska inte skickas.",
        "Simulated data: genklang.yml still has made-up facts. This letter is not to be sent.")
    private static let demonstration = LocalizedText(
        "Simulerat utskick: mottagaren, adresserna, brevet och svaren är påhittade för en demonstration.",
        "Simulated letter: the recipient, the addresses, the letter and the answers are made up for a demonstration.")
    static let englishBelow = "English below."

    var text: String {
        var result = ""
        if let notice {
            result += "*** \(notice.swedish)\n*** \(notice.english)\n\n"
        }
        result += LetterPage.englishBelow + "\n\n"
        for (index, section) in sections.enumerated() {
            if index > 0 { result += "\n\n----------------------------------------\n\n" }
            if let heading = section.heading { result += "\(heading)\n\n" }
            result += section.body.text + "\n----\n" + section.footer.text
        }
        return result
    }

    var html: HTML {
        var content = HTML()
        if let notice {
            content += """
                <div style="border:2px solid;padding:0.6em 0.8em;margin:0 0 1.2em">\
                <p style="margin:0 0 0.4em"><strong>\(notice.swedish)</strong></p>
                <p lang="en" style="margin:0">\(notice.english)</p></div>

                """
        }
        content += "<p lang=\"en\" style=\"margin:0 0 1em\">\(LetterPage.englishBelow)</p>\n"
        for (index, section) in sections.enumerated() {
            if index > 0 { content += "<hr style=\"margin:2em 0\">\n" }
            content += "<div lang=\"\(section.language.rawValue)\">\n"
            if let heading = section.heading {
                content += "<h2 style=\"font-size:1.2em;line-height:1.3;margin:0 0 0.7em\">\(heading)</h2>\n"
            }
            content += section.body.html
            content += "<div style=\"border-top:1px solid;margin:1.5em 0 0;padding:1em 0 0;font-size:0.875em\">\n"
            content += section.footer.html + "</div>\n</div>\n"
        }
        return """
            <!DOCTYPE html>
            <html lang="sv">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>\(subject)</title>
            </head>
            <body style="margin:0;padding:0">
            <div style="max-width:38em;margin:0 auto;padding:1em;font-family:Arial,Helvetica,sans-serif;\
            font-size:1em;line-height:1.5;overflow-wrap:break-word">
            \(content)</div>
            </body>
            </html>

            """
    }
}
