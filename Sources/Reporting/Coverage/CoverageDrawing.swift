import Participants
import Registers
public import Wording

/// The coverage of a frame as a picture: a row per county, a ring per municipality that is filled where it is
/// represented, a square for the council, and below them the names of the missing.
///
/// Told apart by filling and shape, so it reads in grey. Those who listen get the same in words.
public struct CoverageDrawing: Sendable {
    private let facts: CoverageFacts
    private let language: Language
    private var tables: CoverageTables { CoverageTables(facts, language) }

    private let layout: CoverageLayout

    public init(_ facts: CoverageFacts, _ language: Language) {
        self.init(facts, language, .wide)
    }

    init(_ facts: CoverageFacts, _ language: Language, _ layout: CoverageLayout) {
        self.facts = facts
        self.language = language
        self.layout = layout
    }

    /// A file that stands by itself, on paper white in every setting.
    public var file: HTML { svg(style: Self.style) }

    /// Inside a page, which has the styles.
    var inline: HTML { svg(style: nil) }

    private func svg(style: String?) -> HTML {
        var drawing = Drawing()
        var paper = Drawing()
        let height = draw(&drawing).rounded(.up)
        paper.rectangle(0, 0, width: layout.width, height: height, "paper")
        let (width, id) = (Int(layout.width), "coverage-\(layout.name)")
        let sheet: HTML? = style.map { "<style>\(HTML(trusted: $0))</style>\n" }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="coverage \(layout.name)" width="\(width)" height="\(Int(height))" \
            viewBox="0 0 \(width) \(Int(height))" role="img" lang="\(language.rawValue)" \
            aria-labelledby="\(id)-title \(id)-desc">
            <title id="\(id)-title">\(facts.title[language])</title>
            <desc id="\(id)-desc">\(description)</desc>
            \(sheet)\(paper.elements)\(drawing.elements)</svg>

            """
    }

    /// What a listener is told: totals, then each county.
    private var description: String {
        let counties = facts.coverage.counties.map { county -> String in
            let count = CoverageCount(county.municipalities)
            let missing = tables.missing(of: county)
            return "\(county.county.name[language]): "
                + tables.words(
                    "\(count.represented) av \(count.total) kommuner",
                    "\(count.represented) of \(count.total) municipalities")
                + (missing.isEmpty ? "." : tables.words("; saknas: ", "; missing: ") + missing + ".")
        }
        let notice = facts.notice.map { [$0[language]] } ?? []
        let others = facts.coverage.others.isEmpty ? [] : [tables.others]
        return (notice + [facts.totals(language)] + counties + others).joined(separator: " ")
    }

    /// Returns where the picture ends.
    private func draw(_ drawing: inout Drawing) -> Double {
        var y = layout.margin
        if let notice = facts.notice {
            let lines = TextWidth.broken(
                notice[language], size: layout.textSize * layout.boldness, width: layout.room - 24)
            let box = Double(lines.count) * layout.lineHeight + 16
            drawing.rectangle(layout.margin, y, width: layout.room, height: box, "warning")
            text(lines, layout.margin + 12, y + 8, "warned", &drawing)
            y += box + 16
        }
        let title = TextWidth.broken(
            facts.title[language], size: layout.titleSize * layout.boldness, width: layout.room)
        for line in title {
            drawing.text(line, layout.margin, y + 18, "title")
            y += 26
        }
        y = paragraph(facts.totals(language), layout.margin, y, "label", &drawing) + 14
        y = drawLegend(y, &drawing)
        for county in facts.coverage.counties { y = draw(county, y, &drawing) }
        drawing.line(layout.margin, y, layout.right, y, "row")
        y += 10
        if !facts.coverage.others.isEmpty { y = paragraph(tables.others, layout.margin, y, "hint", &drawing) + 6 }
        return y + layout.margin - 10
    }

    private func drawLegend(_ top: Double, _ drawing: inout Drawing) -> Double {
        let entries: [(String, (inout Drawing, Double, Double) -> Void)] = [
            (tables.words("kommun representerad", "municipality represented"), { ring(true, $1, $2, &$0) }),
            (tables.words("kommun saknas", "municipality missing"), { ring(false, $1, $2, &$0) }),
            (tables.words("landsting eller region representerad", "council represented"), { box(true, $1, $2, &$0) }),
            (tables.words("landsting eller region saknas", "council missing"), { box(false, $1, $2, &$0) }),
        ]
        var (x, y) = (layout.margin, top)
        for (words, mark) in entries {
            let end = x + 18 + TextWidth.estimated(words, size: layout.textSize)
            if end > layout.right, x > layout.margin { (x, y) = (layout.margin, y + layout.lineHeight) }
            mark(&drawing, x + 6, y + 9)
            drawing.text(words, x + 18, y + 14, "hint")
            x += 18 + TextWidth.estimated(words, size: layout.textSize) + 14
        }
        return y + layout.lineHeight + 14
    }

    /// Returns where the next row begins.
    private func draw(_ county: CountyCoverage, _ top: Double, _ drawing: inout Drawing) -> Double {
        drawing.line(layout.margin, top, layout.right, top, "row")
        let count = CoverageCount(county.municipalities)
        let name = top + 15
        drawing.text(county.county.name[language], layout.margin, name + 5, "label")
        let ratio = tables.words("\(count.represented) av \(count.total)", "\(count.represented) of \(count.total)")
        drawing.text(ratio, layout.ratio, name + 5, "value", anchor: .end)
        let center = name + layout.drop
        if let council = county.council { box(council.isRepresented, layout.council, center, &drawing) }
        var end = center
        for (index, place) in county.municipalities.enumerated() {
            let (line, column) = index.quotientAndRemainder(dividingBy: layout.marksInLine)
            end = center + Double(line) * layout.markHeight
            ring(place.isRepresented, layout.marks + 6 + Double(column) * layout.step, end, &drawing)
        }
        let missing = tables.missing(of: county)
        guard !missing.isEmpty else { return end + 15 }
        let names = tables.words("Saknas: ", "Missing: ") + missing
        return paragraph(names, layout.names, end + 12, "hint", &drawing) + 8
    }

    /// Text from a place to the right margin; returns where it ends.
    private func paragraph(
        _ words: String, _ x: Double, _ top: Double, _ kind: String, _ drawing: inout Drawing
    ) -> Double {
        let lines = TextWidth.broken(words, size: layout.textSize, width: layout.right - x)
        text(lines, x, top, kind, &drawing)
        return top + Double(lines.count) * layout.lineHeight
    }

    private func text(_ lines: [String], _ x: Double, _ top: Double, _ kind: String, _ drawing: inout Drawing) {
        for (index, line) in lines.enumerated() {
            drawing.text(line, x, top + Double(index) * layout.lineHeight + 13.5, kind)
        }
    }

    private func ring(_ isFilled: Bool, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        drawing.circle(x, y, radius: 4.75, isFilled ? "mark filled" : "mark open")
    }

    private func box(_ isFilled: Bool, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        drawing.rectangle(x - 5, y - 5, width: 10, height: 10, isFilled ? "mark filled" : "mark open")
    }
}
