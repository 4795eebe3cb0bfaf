import Indicators
import Surveying
import Wording

extension ReportDocument {
    func summarySection() -> Section {
        let mandate: HTML = "<p>\(facts.mandate[language])</p>\n"
        return Section(
            name: "summary", heading: words("I korthet", "In short"),
            body: mandate + silence() + keyFigures() + findings() + coverage())
    }

    private func silence() -> HTML {
        release.hasNoAnswers ? "<p>\(NoAnswers.sentence[language])</p>\n" : HTML()
    }

    private func keyFigures() -> HTML {
        let national = release.response.filter { $0.breakdown == .nation }.sorted { $0.wave < $1.wave }
        var entries = national.map { figure -> HTML in
            let value = figure.rate.shown.map(format.share) ?? ReasonPhrase.text(figure.rate, language) ?? ""
            let label =
                words("svarade på enkäten", "answered the survey") + " "
                + WaveWords(language).heading(figure.wave).lowercased()
            guard let answered = figure.counts.answered.shown, let reachable = figure.counts.reachable.shown else {
                return keyFigure(value, label, nil)
            }
            let detail = words(
                "\(format.count(answered)) av \(format.count(reachable)) som kunde nås",
                "\(format.count(answered)) of \(format.count(reachable)) reachable")
            return keyFigure(value, label, detail)
        }
        if let after = national.first(where: { $0.wave == .after }), let paired = after.counts.paired?.shown {
            entries.append(
                keyFigure(
                    format.count(paired), words("svarade både före och efter", "answered both before and after"),
                    words("Deras svar jämförs i avsnittet Förändring", "Their answers are compared under Change")))
        }
        return entries.isEmpty ? HTML() : "<ul class=\"key\">\n\(entries.joined())</ul>\n"
    }

    private func keyFigure(_ value: String, _ label: String, _ detail: String?) -> HTML {
        let small: HTML? = detail.map { "<span class=\"detail\">\($0)</span>" }
        return "<li><b>\(value)</b> <span>\(label)</span> \(small)</li>\n"
    }

    /// How many items moved, each judged by its own interval.
    private func findings() -> HTML {
        let pairs = WavePair.allCases.compactMap { pair -> HTML? in
            let items = release.change.filter { $0.wavePair == pair && $0.breakdown == .nation }
            let lines = knowledgeLines(items, pair) + scaleLines(items, pair)
            guard !lines.isEmpty else { return nil }
            let heading = "\(words("Förändring", "Change")) \(WaveWords(language).span(pair))"
            let entries = lines.map { line -> HTML in "<li>\(line)</li>\n" }
            return """
                <h3>\(heading)</h3>
                <ul>
                \(entries.joined())</ul>
                <p>\(ChangeSentence.caveat[language])</p>

                """
        }
        return pairs.joined()
    }

    private func knowledgeLines(_ items: [ItemChange], _ pair: WavePair) -> [String] {
        items.compactMap { item in
            guard case .knowledge(let first, let second, _) = item.measure, let first = first.shown,
                let second = second.shown
            else { return nil }
            let (p, q) = (format.share(first), format.share(second))
            let (earlier, later) = (WaveWords(language).earlier(pair), WaveWords(language).later(pair))
            return words(
                "Kunskapsfrågan \(item.item): \(p) svarade rätt \(earlier) och \(q) \(later).",
                "Question of knowledge \(item.item): \(p) answered correctly \(earlier) and \(q) \(later).")
                + (facts.itemNotes[item.item].map { " \($0[language])" } ?? "")
        }
    }

    private func scaleLines(_ items: [ItemChange], _ pair: WavePair) -> [String] {
        let scales = items.filter { !$0.isKnowledge && $0.estimate.shown?.interval.shown != nil }
        func those(_ isWanted: (ConfidenceInterval) -> Bool) -> [ItemChange] {
            scales.filter { $0.estimate.shown?.interval.shown.map(isWanted) ?? false }
        }
        let all = format.count(scales.count)
        let declared = DeclaredWords(facts: facts, language: language)
        var lines: [String] = []
        let higher = those { $0.low > 0 }
        if !higher.isEmpty {
            lines.append(
                words(
                    "I \(format.count(higher.count)) av \(all) frågor med svarsskala svarade fler högre än lägre, och "
                        + "osäkerhetsintervallet utesluter noll.",
                    "In \(format.count(higher.count)) of \(all) questions with a scale more people answered higher than "
                        + "lower, and the uncertainty interval excludes zero.")
                    + declared.share(of: higher, among: scales))
        }
        let lower = those { $0.high < 0 }
        if !lower.isEmpty {
            lines.append(
                words(
                    "I \(format.count(lower.count)) av \(all) frågor med svarsskala svarade fler lägre än högre, och "
                        + "osäkerhetsintervallet utesluter noll.",
                    "In \(format.count(lower.count)) of \(all) questions with a scale more people answered lower than "
                        + "higher, and the uncertainty interval excludes zero.")
                    + declared.share(of: lower, among: scales))
        }
        let unsure = those(\.holdsZero)
        if !unsure.isEmpty {
            lines.append(
                words(
                    "I \(format.count(unsure.count)) av \(all) frågor med svarsskala går intervallet över noll.",
                    "In \(format.count(unsure.count)) of \(all) questions with a scale the interval crosses zero.")
                    + declared.share(of: unsure, among: scales) + " " + ChangeSentence.acrossZero[language])
        }
        return lines
    }

    private func coverage() -> HTML {
        let coverage = CoverageWords(release, language)
        guard !coverage.lines.isEmpty else { return HTML() }
        let entries = coverage.lines.map { line -> HTML in "<li>\(line)</li>\n" }
        return """
            <h3>\(coverage.heading)</h3>
            <ul>
            \(entries.joined())</ul>

            """
    }
}
