import Indicators
import Surveying
import Wording

extension ReportDocument {
    func summarySection() -> Section {
        let mandate: HTML = "<p>\(facts.mandate[language])</p>\n"
        return Section(
            name: "summary", heading: words("I korthet", "In short"),
            body: mandate + keyFigures() + findings() + coverage())
    }

    private func keyFigures() -> HTML {
        let national = release.response.filter { $0.breakdown == .nation }.sorted { $0.wave < $1.wave }
        var entries = national.map { figure -> HTML in
            let value = figure.rate.shown.map(format.share) ?? ReasonPhrase.text(figure.rate, language) ?? ""
            let label =
                words("svarade på enkäten", "answered the survey") + " "
                + WaveWords(language).heading(figure.wave).lowercased()
            let detail = figure.counts.shown.map { counts in
                words(
                    "\(format.count(counts.answered)) av \(format.count(counts.reachable)) som kunde nås",
                    "\(format.count(counts.answered)) of \(format.count(counts.reachable)) reachable")
            }
            return keyFigure(value, label, detail)
        }
        if let after = national.first(where: { $0.wave == .after }), let counts = after.counts.shown {
            entries.append(
                keyFigure(
                    format.count(counts.paired), words("svarade både före och efter", "answered both before and after"),
                    words("Deras svar jämförs i avsnittet Förändring", "Their answers are compared under Change")))
        }
        return entries.isEmpty ? HTML() : "<ul class=\"key\">\n\(entries.joined())</ul>\n"
    }

    private func keyFigure(_ value: String, _ label: String, _ detail: String?) -> HTML {
        let small: HTML? = detail.map { "<span class=\"detail\">\($0)</span>" }
        return "<li><b>\(value)</b> <span>\(label)</span> \(small)</li>\n"
    }

    /// How many items moved, item by item judged by its own interval.
    private func findings() -> HTML {
        let pairs = WavePair.allCases.compactMap { pair -> HTML? in
            let estimates = release.change.filter { $0.wavePair == pair && $0.breakdown == .nation }
                .compactMap { $0.estimate.shown }
            let intervals = estimates.compactMap { $0.interval.shown }
            guard !intervals.isEmpty else { return nil }
            let higher = intervals.filter { $0.low > 0 }.count
            let lower = intervals.filter { $0.high < 0 }.count
            let unsure = intervals.filter(\.holdsZero).count
            let span = WaveWords(language).span(pair)
            let opening = words(
                "\(format.count(intervals.count)) frågor kan jämföras \(span). På \(format.count(higher)) av dem är "
                    + "svaren högre, på \(format.count(lower)) lägre, med ett osäkerhetsintervall som utesluter noll.",
                "\(format.count(intervals.count)) questions can be compared \(span). On \(format.count(higher)) of them "
                    + "the answers are higher, on \(format.count(lower)) lower, with an uncertainty interval that "
                    + "excludes zero.")
            let rest =
                unsure == 0
                ? ""
                : words(
                    " På \(format.count(unsure)) frågor kan vi inte se någon säker förändring. Det betyder inte att "
                        + "inget förändrades.",
                    " On \(format.count(unsure)) questions we cannot see any certain change. That does not mean that "
                        + "nothing changed.")
            return "<p>\(opening)\(rest) \(ChangeSentence.caveat[language])</p>\n"
        }
        return pairs.joined()
    }

    private func coverage() -> HTML {
        guard !facts.coverage.isEmpty else { return HTML() }
        let entries = facts.coverage.map { coverage -> HTML in
            let (present, all) = (format.count(coverage.present), format.count(coverage.inFrame))
            return "<li>\(coverage.label[language]): \(words("\(present) av \(all)", "\(present) of \(all)"))</li>\n"
        }
        return """
            <h3>\(words("Organisationer som deltog", "Organisations that took part"))</h3>
            <ul>
            \(entries.joined())</ul>

            """
    }
}
