import Indicators
import Surveying
import Wording

extension ReportDocument {
    /// *Förändring*, never *Effekt*.
    mutating func changeSection() -> Section? {
        let tables = ChangeTables(release, facts, language)
        let pairs = tables.wavePairs.filter { !tables.national($0).isEmpty }
        guard !pairs.isEmpty else { return nil }
        var body = paragraph(
            "Några frågor ställs mer än en gång. Vi jämför varje persons eget svar vid två tillfällen. "
                + ChangeSentence.caveat.swedish,
            "Some questions are asked more than once. We compare each person's own answer on two occasions. "
                + ChangeSentence.caveat.english)
        body += declaration()
        for pair in pairs {
            if pairs.count > 1 {
                let span = WaveWords(language).span(pair)
                body += "<h3>\(words("Förändring", "Change")) \(span)</h3>\n"
            }
            body += knowledge(tables, pair) + scales(tables, pair)
        }
        return Section(name: "change", heading: words("Förändring", "Change"), body: body)
    }

    private func declaration() -> HTML {
        DeclaredWords(facts: facts, language: language).sentence.map { "<p>\($0)</p>\n" } ?? HTML()
    }

    private mutating func knowledge(_ tables: ChangeTables, _ pair: WavePair) -> HTML {
        let items = tables.national(pair).filter(\.isKnowledge)
        guard !items.isEmpty else { return HTML() }
        let table = tables.knowledge(pair)
        let heading: HTML = "<h3>\(words("Kunskapsfrågor", "Questions of knowledge"))</h3>\n"
        let drawing = figure(
            table,
            ChangeCharts(language: language).knowledge(
                items, pair, name: "chart-\(table.name)",
                title: words("Andel rätta svar", "Share of correct answers"), table: nextTable))
        return heading + drawing + sentences(items)
    }

    private mutating func scales(_ tables: ChangeTables, _ pair: WavePair) -> HTML {
        let items = tables.national(pair).filter { !$0.isKnowledge }
        guard !items.isEmpty else { return HTML() }
        let table = tables.scales(pair)
        let heading: HTML = "<h3>\(words("Frågor med svarsskala", "Questions with a scale"))</h3>\n"
        let drawing = figure(
            table,
            ChangeCharts(language: language).scales(
                items, name: "chart-\(table.name)",
                title: words(
                    "Skillnad mellan andelen som svarade högre och andelen som svarade lägre",
                    "Difference between the share who answered higher and the share who answered lower"),
                table: nextTable))
        return heading + drawing + sentences(items)
    }

    private func sentences(_ items: [ItemChange]) -> HTML {
        let entries = items.map { item -> HTML in
            let note: HTML? = facts.itemNotes[item.item].map { "<dd class=\"note\">\($0[language])</dd>\n" }
            return """
                <dt>\(ItemLabel.text(item, language))</dt>
                <dd>\(ChangeSentence(language).text(for: item))</dd>
                \(note)
                """
        }
        return "<dl class=\"sentences\">\n\(entries.joined())</dl>\n"
    }
}
