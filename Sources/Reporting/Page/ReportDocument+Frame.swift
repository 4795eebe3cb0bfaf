import Chronology
import Indicators
import Wording

/// What stands around the sections: banner, heading, list of contents, foot.
extension ReportDocument {
    func banner() -> HTML {
        guard release.isSimulated else { return HTML() }
        return """
            <aside class="simulated" aria-label="\(SimulatedNotice.tag[language])">
            <p><strong>\(SimulatedNotice.heading[language])</strong> \(SimulatedNotice.explanation(of: release)[language])</p>
            </aside>

            """
    }

    func header() -> HTML {
        let dates = LocalizedFormat(language)
        let cut = dates.dateAndTime(release.cutAt)
        let other: HTML? = facts.otherLanguageAddress.map { address in
            let (code, label) = language == .swedish ? ("en", "In English") : ("sv", "På svenska")
            return
                "<p class=\"language\"><a href=\"\(address)\" hreflang=\"\(code)\" lang=\"\(code)\">\(label)</a></p>\n"
        }
        return """
            <header>
            \(other)<p class="publisher">\(facts.publisher)</p>
            <h1>\(facts.title[language])</h1>
            <p class="lead">\(lead(dates))</p>
            <p class="cut">\(words("Siffrorna är från", "The figures are from")) \(cut).</p>
            </header>

            """
    }

    private func lead(_ dates: LocalizedFormat) -> String {
        let what = words(
            "Svar, förändring och dialog bland deltagarna", "Response, change and dialogue among the participants")
        guard let first = facts.firstDay, let last = facts.lastDay, let count = facts.conferenceCount else {
            return "\(what)."
        }
        let (from, to) = (dates.date(first), dates.date(last))
        let number = dates.integer(count)
        return words(
            "\(what) i \(number) konferenser, \(from) till \(to).",
            "\(what) in \(number) conferences, \(from) to \(to).")
    }

    func contents(of sections: [NumberedSection]) -> HTML {
        let entries = sections.map { entry -> HTML in
            "<li><a href=\"#\(entry.section.name)\">\(entry.section.heading)</a></li>\n"
        }
        return """
            <nav aria-labelledby="contents-heading">
            <h2 id="contents-heading" class="small">\(words("Innehåll", "Contents"))</h2>
            <ol>
            \(entries.joined())</ol>
            </nav>

            """
    }

    func footer() -> HTML {
        let number: HTML? = facts.registrarNumber.map {
            "<p>\(words("Diarienummer", "Registrar number")): \($0)</p>\n"
        }
        let contact: HTML? = facts.contact.map { "<p>\(words("Kontakt", "Contact")): \($0)</p>\n" }
        let simulated: HTML? =
            SimulatedNotice.text(of: release).map { "<p><strong>\($0[language])</strong></p>\n" }
        return """
            <footer>
            <p>\(facts.publisher)</p>
            \(number)\(contact)<p>\(words("Utgåva", "Release")): \(release.id)</p>
            \(simulated)</footer>

            """
    }
}
