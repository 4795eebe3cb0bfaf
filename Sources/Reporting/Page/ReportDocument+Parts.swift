import Indicators
import Wording

extension ReportDocument {
    /// Change by conference, an item at a time, folded on a screen and open on paper.
    mutating func partsSection() -> Section? {
        let tables = ChangeTables(release, facts, language)
        let parts = tables.wavePairs.flatMap { pair in tables.parts(pair).map { (pair, $0) } }
        guard !parts.isEmpty else { return nil }
        var body = paragraph(
            "Konferenserna är små var för sig. Skillnader mellan dem kan bero på vilka som råkade svara, och de ska inte "
                + "rangordnas.",
            "Each conference is small by itself. Differences between them may depend on who happened to answer, and they "
                + "are not to be ranked.")
        for (pair, part) in parts {
            let span = WaveWords(language).span(pair)
            let inner = table(part)
            body +=
                "<details>\n<summary>\(part.title) <small>\(words("Förändring", "Change")) \(span)</small></summary>\n"
            body += inner
            body += "</details>\n"
        }
        return Section(
            name: "parts",
            heading: words("Förändring per konferens", "Change by conference"),
            body: body)
    }
}
