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

    private enum Measure {
        static let width = 1000.0
        static let margin = 24.0
        static let council = 280.0
        static let marks = 306.0
        static let step = 13.5
        static let textSize = 14.0
        static let lineHeight = 18.0
        static let titleSize = 20.0
        /// How much wider bold type is, in the widest common typeface.
        static let boldness = 1.2
        static let names = width - marks - margin
    }

    public init(_ facts: CoverageFacts, _ language: Language) {
        self.facts = facts
        self.language = language
    }

    /// A file that stands by itself, on paper white in every setting.
    public var file: HTML { svg(style: Self.style) }

    /// Inside a page, which has the styles.
    var inline: HTML { svg(style: nil) }

    private func svg(style: String?) -> HTML {
        var drawing = Drawing()
        var paper = Drawing()
        let height = draw(&drawing).rounded(.up)
        paper.rectangle(0, 0, width: Measure.width, height: height, "paper")
        let sheet: HTML? = style.map { "<style>\(HTML(trusted: $0))</style>\n" }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="coverage" width="\(Int(Measure.width))" height="\(Int(height))" \
            viewBox="0 0 \(Int(Measure.width)) \(Int(height))" role="img" lang="\(language.rawValue)" \
            aria-labelledby="coverage-title coverage-desc">
            <title id="coverage-title">\(facts.title[language])</title>
            <desc id="coverage-desc">\(description)</desc>
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
        typealias M = Measure
        var y = M.margin
        if let notice = facts.notice {
            let lines = TextWidth.broken(
                notice[language], size: M.textSize * M.boldness, width: M.width - 2 * M.margin - 24)
            let box = Double(lines.count) * M.lineHeight + 16
            drawing.rectangle(M.margin, y, width: M.width - 2 * M.margin, height: box, "warning")
            text(lines, M.margin + 12, y + 8, "warned", &drawing)
            y += box + 16
        }
        let title = TextWidth.broken(facts.title[language], size: M.titleSize, width: M.width - 2 * M.margin)
        for line in title {
            drawing.text(line, M.margin, y + 18, "title")
            y += 26
        }
        text([facts.totals(language)], M.margin, y, "label", &drawing)
        y += M.lineHeight + 14
        y = drawLegend(y, &drawing)
        for county in facts.coverage.counties { y = draw(county, y, &drawing) }
        drawing.line(M.margin, y, M.width - M.margin, y, "row")
        y += 10
        if !facts.coverage.others.isEmpty {
            let lines = TextWidth.broken(tables.others, size: M.textSize, width: M.width - 2 * M.margin)
            text(lines, M.margin, y, "hint", &drawing)
            y += Double(lines.count) * M.lineHeight + 6
        }
        return y + M.margin - 10
    }

    private func drawLegend(_ top: Double, _ drawing: inout Drawing) -> Double {
        typealias M = Measure
        let entries: [(String, (inout Drawing, Double, Double) -> Void)] = [
            (tables.words("kommun representerad", "municipality represented"), { ring(true, $1, $2, &$0) }),
            (tables.words("kommun saknas", "municipality missing"), { ring(false, $1, $2, &$0) }),
            (tables.words("landsting eller region representerad", "council represented"), { box(true, $1, $2, &$0) }),
            (tables.words("landsting eller region saknas", "council missing"), { box(false, $1, $2, &$0) }),
        ]
        var x = M.margin
        for (words, mark) in entries {
            mark(&drawing, x + 6, top + 9)
            drawing.text(words, x + 18, top + 14, "hint")
            x += 18 + TextWidth.estimated(words, size: M.textSize) + 14
        }
        return top + M.lineHeight + 14
    }

    /// Returns where the next row begins.
    private func draw(_ county: CountyCoverage, _ top: Double, _ drawing: inout Drawing) -> Double {
        typealias M = Measure
        drawing.line(M.margin, top, M.width - M.margin, top, "row")
        let count = CoverageCount(county.municipalities)
        let center = top + 15
        drawing.text(county.county.name[language], M.margin, center + 5, "label")
        let ratio = tables.words("\(count.represented) av \(count.total)", "\(count.represented) of \(count.total)")
        drawing.text(ratio, M.council - 22, center + 5, "value", anchor: .end)
        if let council = county.council { box(council.isRepresented, M.council, center, &drawing) }
        for (index, place) in county.municipalities.enumerated() {
            ring(place.isRepresented, M.marks + 6 + Double(index) * M.step, center, &drawing)
        }
        let missing = tables.missing(of: county)
        guard !missing.isEmpty else { return top + 30 }
        let lines = TextWidth.broken(
            tables.words("Saknas: ", "Missing: ") + missing, size: M.textSize, width: M.names)
        text(lines, M.marks, top + 27, "hint", &drawing)
        return top + 27 + Double(lines.count) * M.lineHeight + 8
    }

    private func text(_ lines: [String], _ x: Double, _ top: Double, _ kind: String, _ drawing: inout Drawing) {
        for (index, line) in lines.enumerated() {
            drawing.text(line, x, top + Double(index) * Measure.lineHeight + 13.5, kind)
        }
    }

    private func ring(_ isFilled: Bool, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        drawing.circle(x, y, radius: 4.75, isFilled ? "mark filled" : "mark open")
    }

    private func box(_ isFilled: Bool, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        drawing.rectangle(x - 5, y - 5, width: 10, height: 10, isFilled ? "mark filled" : "mark open")
    }
}
