import Chronology
import Indicators
import Wording

/// A page being put together: it numbers tables and charts as they come.
struct ReportDocument {
    let release: Release
    let facts: ReportFacts
    let language: Language
    let format: FigureFormat
    private var tableCount = 0
    private var chartCount = 0

    struct Section {
        var name: String
        var heading: String
        var body: HTML
    }

    init(release: Release, facts: ReportFacts, language: Language) {
        self.release = release
        self.facts = facts
        self.language = language
        format = FigureFormat(language)
    }

    func words(_ swedish: String, _ english: String) -> String {
        LocalizedText(swedish, english)[language]
    }

    var windowTitle: String {
        let title = facts.title[language]
        return release.isSimulated ? "\(title) – \(SimulatedNotice.tag[language])" : title
    }

    mutating func sections() -> [NumberedSection] {
        let all = [
            summarySection(), responseSection(), changeSection(), dialogueSection(), methodSection(), partsSection(),
        ].compactMap(\.self)
        return all.enumerated().map { NumberedSection(number: $0 + 1, section: $1) }
    }

    mutating func table(_ table: ReportTable) -> HTML {
        tableCount += 1
        return table.html(number: tableCount, tag: tag, language)
    }

    /// The number of the table that comes next, for a chart that refers to it.
    var nextTable: Int { tableCount + 1 }

    /// A chart and, right behind it, its table.
    mutating func figure(_ table: ReportTable, _ chart: RowChart) -> HTML {
        chartCount += 1
        let label = words("Diagram \(chartCount).", "Chart \(chartCount).")
        let warning: HTML? = tag.map { " <span class=\"tag\">\($0)</span>" }
        let figure: HTML = """
            <figure id="\(chart.name)">
            <figcaption><b>\(label)</b> \(chart.title)\(warning)</figcaption>
            \(chart.html())</figure>

            """
        return figure + self.table(table)
    }

    private var tag: String? { release.isSimulated ? SimulatedNotice.tag[language] : nil }

    func paragraph(_ swedish: String, _ english: String) -> HTML {
        "<p>\(words(swedish, english))</p>\n"
    }
}

/// A section with the number it is listed by.
struct NumberedSection {
    var number: Int
    var section: ReportDocument.Section

    var html: HTML {
        """
        <section id="\(section.name)" aria-labelledby="\(section.name)-heading">
        <h2 id="\(section.name)-heading"><span class="ordinal">\(number)</span> \(section.heading)</h2>
        \(section.body)</section>

        """
    }
}
