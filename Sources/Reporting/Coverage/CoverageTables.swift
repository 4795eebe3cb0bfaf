import Participants
import Registers
public import Wording

/// The coverage of a frame as tables: by county, by conference, and every organisation.
public struct CoverageTables: Sendable {
    let facts: CoverageFacts
    let language: Language

    public init(_ facts: CoverageFacts, _ language: Language) {
        self.facts = facts
        self.language = language
    }

    func words(_ swedish: String, _ english: String) -> String { LocalizedText(swedish, english)[language] }

    private var countColumns: [ReportTable.Column] {
        [
            .init(words("Kommuner representerade", "Municipalities represented")),
            .init(words("Kommuner i allt", "Municipalities in all")),
            .init(words("Landsting representerade", "Councils represented")),
            .init(words("Landsting i allt", "Councils in all")),
        ]
    }

    private func counts(_ municipalities: CoverageCount, _ councils: CoverageCount) -> [ReportTable.Cell] {
        [municipalities.represented, municipalities.total, councils.represented, councils.total].map { .count($0) }
    }

    /// A row per county and one for them all, with the names of the missing in a last column.
    public var counties: ReportTable {
        var table = counts
        table.columns.append(.init(words("Saknas", "Missing"), .text))
        let missing = facts.coverage.counties.map { self.missing(of: $0) } + [""]
        table.rows = zip(table.rows, missing).map { $0 + [.text($1)] }
        if !facts.coverage.others.isEmpty { table.notes.append(others) }
        return table
    }

    /// As ``counties``, without the names, which need room of their own in a terminal.
    var counts: ReportTable {
        let coverage = facts.coverage
        var rows = coverage.counties.map { county -> [ReportTable.Cell] in
            [.text(county.county.name[language])]
                + counts(CoverageCount(county.municipalities), CoverageCount(county.council.map { [$0] } ?? []))
        }
        rows.append([.text(words("Alla", "All"))] + counts(coverage.municipalities, coverage.councils))
        return ReportTable(
            name: "coverage-by-county", title: facts.title[language],
            columns: [.init(words("Län", "County"), .text)] + countColumns, rows: rows)
    }

    /// A row per conference: of the municipalities and councils of its own counties. `nil` where it is about one.
    public var conferences: ReportTable? {
        guard !facts.conferences.isEmpty else { return nil }
        return ReportTable(
            name: "coverage-by-conference",
            title: words(
                "Per konferens, av kommuner och landsting i konferensens egna län",
                "By conference, of the municipalities and councils of its own counties"),
            columns: [.init(words("Konferens", "Conference"), .text)] + countColumns
                + [.init(words("Från andra län", "From other counties"))],
            rows: facts.conferences.map { conference in
                [.text(conference.label[language])]
                    + counts(conference.coverage.municipalities, conference.coverage.councils)
                    + [.count(conference.coverage.others.count)]
            })
    }

    /// A row per organisation, with codes as text: municipalities before the council in each county, then those from
    /// other counties.
    public var organisations: ReportTable {
        let (municipality, council) = (words("kommun", "municipality"), words("landsting", "council"))
        let (yes, no) = (words("ja", "yes"), words("nej", "no"))
        func row(_ county: String, _ code: String, _ kind: String, _ place: CountyCoverage.Place) -> [ReportTable.Cell]
        {
            [.text(code), .text(county), .text(kind), .text(place.code), .text(place.name)]
                + [.text(place.isRepresented ? yes : no)]
        }
        var rows = facts.coverage.counties.flatMap { county in
            let (name, code) = (county.county.name[language], county.county.code.rawValue)
            return county.municipalities.map { row(name, code, municipality, $0) }
                + (county.council.map { [row(name, code, council, $0)] } ?? [])
        }
        let elsewhere = words("annat län", "other county")
        rows += facts.coverage.others.map { place in
            let isCouncil = if case .council = place.key.reference { true } else { false }
            return row(elsewhere, "", isCouncil ? council : municipality, place)
        }
        return ReportTable(
            name: "coverage-by-organisation", title: facts.title[language],
            columns: [
                words("Länskod", "County code"), words("Län", "County"), words("Slag", "Kind"), words("Kod", "Code"),
                words("Namn", "Name"), words("Representerad", "Represented"),
            ].map { .init($0, .text) },
            rows: rows)
    }

    /// For a terminal: the counts, the names of the missing by county, and the conferences.
    public func text(width: Int) -> String {
        var lines = facts.notice.map { [$0[language], ""] } ?? []
        lines += [counts.text(language, width: width), facts.totals(language)]
        let incomplete = facts.coverage.counties.map { ($0.county.name[language], missing(of: $0)) }
            .filter { !$1.isEmpty }
        if !incomplete.isEmpty { lines += ["", words("Saknas", "Missing")] }
        lines += incomplete.map { "\($0): \($1)" }
        if !facts.coverage.others.isEmpty { lines += ["", others] }
        if let conferences { lines += ["", conferences.text(language, width: width)] }
        return lines.flatMap { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
                TerminalWidth.of(line) > width ? TerminalWidth.broken(String(line), at: width) : [String(line)]
            }
        }.joined(separator: "\n").trimmedOfLineEnds
    }

    /// `Aneby, Gislaved; Landstinget i Jönköpings län`: municipalities in Swedish order, the council last.
    func missing(of county: CountyCoverage) -> String {
        let council = county.council.flatMap { $0.isRepresented ? nil : $0.name }
        return [county.missingMunicipalities.map(\.name).joined(separator: ", "), council ?? ""]
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    var others: String {
        let names = facts.coverage.others.map(\.name).joined(separator: ", ")
        return words(
            "Från andra län, utanför räkningen: \(names).", "From other counties, outside the counts: \(names).")
    }
}

extension String {
    fileprivate var trimmedOfLineEnds: String {
        var rest = self[...]
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }
}
