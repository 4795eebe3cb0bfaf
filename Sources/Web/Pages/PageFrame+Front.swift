import Wording

extension PageFrame {
    /// What somebody finds who comes without a personal link.
    func front(_ configuration: WebConfiguration, language: Language) -> HTML {
        let words = { (swedish: String, english: String) in language == .swedish ? swedish : english }
        let report: HTML? =
            configuration.report == nil
            ? nil : "<li><a href=\"/report\(query(language))\">\(words("Rapporten", "The report"))</a></li>\n"
        let letters: HTML? =
            configuration.lettersFolder == nil
            ? nil
            : "<li><a href=\"/letters\(query(language))\">\(words("Brev som de skickades", "Letters as sent"))</a></li>\n"
        let list: HTML? = report == nil && letters == nil ? nil : "<ul>\n\(report)\(letters)</ul>\n"
        let help = configuration.boards.first.map { facts -> HTML in
            "<p>\(words("Frågor:", "Questions:")) \(contact(facts))</p>\n"
        }
        return page(
            title: "Sverige tillsammans", language: language,
            body: """
                <h1>Sverige tillsammans</h1>
                <p class="lead">\(words(
                    "Länsstyrelsernas konferenser om mottagande av asylsökande och nyanlända och om nyanländas etablering.",
                    "The county administrative boards' conferences on the reception of asylum seekers and newly arrived people and on their establishment."
                ))</p>
                <p>\(words(
                    "Har du fått en enkät? Öppna den personliga länken i brevet.",
                    "Have you been sent a survey? Open the personal link in the letter."))</p>
                \(list)
                \(help)
                """)
    }
}
