import Wording

extension ReportTable {
    /// The table in a region of its own, which scrolls sideways where the screen is narrower than the table and
    /// can be reached by keyboard for it.
    ///
    /// - Parameters:
    ///   - number: its number in the page, `Tabell 3`.
    ///   - tag: a word of warning in the caption, *Simulerade uppgifter*.
    func html(number: Int, tag: String?, _ language: Language) -> HTML {
        let format = FigureFormat(language)
        let label = LocalizedText("Tabell \(number).", "Table \(number).")[language]
        let warning: HTML? = tag.map { " <span class=\"tag\">\($0)</span>" }
        let headings = columns.map { column -> HTML in
            "<th scope=\"col\"\(column.kind.attribute)>\(Self.hyphenated(column.heading))</th>"
        }
        let body = rows.map { row -> HTML in "<tr>\(self.cells(of: row, format))</tr>\n" }
        let remarks = notes.map { note -> HTML in "<p class=\"note\">\(note)</p>\n" }
        return """
            <div class="table" role="region" tabindex="0" aria-labelledby="\(name)-caption">
            <table id="\(name)">
            <caption id="\(name)-caption"><span class="stay"><b>\(label)</b> \(title)\(warning)</span></caption>
            <thead><tr>\(headings.joined())</tr></thead>
            <tbody>
            \(body.joined())</tbody>
            </table>
            </div>
            \(remarks.joined())
            """
    }

    /// Long words of narrow columns may break where a Swede would break them.
    private static func hyphenated(_ heading: String) -> String {
        heading.replacing("procentenheter", with: "procent\u{AD}enheter")
            .replacing("Osäkerhetsintervall", with: "Osäkerhets\u{AD}intervall")
    }

    private func cells(of row: [Cell], _ format: FigureFormat) -> HTML {
        CellRun.runs(of: row).map { run -> HTML in
            let text = format.text(run.cell)
            if run.columns.lowerBound == 0 { return "<th scope=\"row\">\(text)</th>" }
            guard run.cell.reason == nil else {
                return "<td class=\"reason\" colspan=\"\(run.columns.count)\">\(text)</td>"
            }
            let kind = columns.indices.contains(run.columns.lowerBound) ? columns[run.columns.lowerBound].kind : .text
            return "<td\(kind.attribute)>\(text)</td>"
        }.joined()
    }
}

extension ReportTable.Column.Kind {
    fileprivate var attribute: HTML { self == .text ? "" : " class=\"number\"" }
}
