import Wording

extension PageFrame {
    /// One page for a link that is mistyped, never given, closed or not yet open: who guesses learns nothing.
    func unusableLink(boards: [BoardFacts], language: Language) -> HTML {
        let title = LocalizedText("Länken går inte att använda", "The link cannot be used")[language]
        let help = boards.first.map { facts -> HTML in
            "<p>\(language == .swedish ? "Hör av dig om du behöver hjälp:" : "Write or call if you need help:") \(contact(facts))</p>"
        }
        let text = LocalizedText(
            """
            Adressen kan vara felskriven eller ofullständig, eller så är enkäten inte öppen. Öppna länken i brevet \
            igen, eller kopiera hela länken därifrån.
            """,
            """
            The address may be mistyped or incomplete, or the survey is not open. Open the link in the letter again, \
            or copy the whole link from there.
            """)
        return page(title: title, language: language, body: "<h1>\(title)</h1>\n<p>\(text[language])</p>\n\(help)")
    }

    /// Sender, contact and case number at the foot of a board's own pages.
    func ownerFoot(_ facts: BoardFacts, language: Language) -> HTML {
        let words = { (swedish: String, english: String) in language == .swedish ? swedish : english }
        return """
            <p>\(facts.subject(in: language)) \(words("är personuppgiftsansvarig", "is the controller")). \
            \(words("Kontakt", "Contact")): \(contact(facts))</p>
            <p>\(words("Diarienummer", "Case number")) \(facts.caseNumber)</p>
            """
    }
}
