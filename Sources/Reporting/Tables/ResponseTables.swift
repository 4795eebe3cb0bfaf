public import Indicators
import Surveying
public import Wording

/// Response by wave, conference and organisation type, as tables.
public struct ResponseTables: Sendable {
    private let figures: [ResponseFigure]
    private let language: Language

    public init(_ release: Release, _ language: Language) {
        figures = release.response
        self.language = language
    }

    public var all: [ReportTable] { [overview, byConference, byOrganisationType].filter { !$0.rows.isEmpty } }

    /// Outcomes of all invited, a row a wave.
    public var overview: ReportTable {
        let rows = figures.filter { $0.breakdown == .nation }.sorted { $0.wave < $1.wave }
        return ReportTable(
            name: "response-by-wave",
            title: LocalizedText("Svar i hela landet, per enkät", "Response in the whole country, by survey")[language],
            columns: [ReportTable.Column(survey, .text)] + outcomes.map { ReportTable.Column($0[language]) },
            rows: rows.map { figure in
                let maker = CellMaker(language: language)
                let counts = figure.counts
                let codes: [Shown<Int>?] = [
                    counts.partial, counts.complete, counts.draft, counts.paired, counts.invited, counts.bounced,
                    counts.optedOut,
                ]
                return [
                    .text(WaveWords(language).heading(figure.wave)), maker.count(counts.reachable),
                    maker.count(counts.answered), maker.share(figure.rate),
                ] + codes.map { $0.map(maker.count) ?? .none }
            })
    }

    public var byConference: ReportTable {
        comparison(
            "response-by-conference", LocalizedText("Svar per konferens", "Response by conference"),
            LocalizedText("Konferens", "Conference"), rows: conferenceRows)
    }

    public var byOrganisationType: ReportTable {
        comparison(
            "response-by-organisation-type",
            LocalizedText("Svar per typ av organisation", "Response by type of organisation"),
            LocalizedText("Typ av organisation", "Type of organisation"), rows: typeRows)
    }

    /// The waves that have any figure, in order.
    var waves: [Wave] { Wave.allCases.filter { wave in figures.contains { $0.wave == wave } } }

    var conferenceRows: [Row] {
        grouped { if case .conference = $0 { true } else { false } }
    }

    var typeRows: [Row] {
        grouped { if case .organisationType = $0 { true } else { false } }
    }

    /// What one part of the conferences' participants answered, wave by wave.
    struct Row: Sendable, Hashable {
        var label: String
        var figures: [Wave: ResponseFigure]
    }

    private func grouped(_ isWanted: (Breakdown) -> Bool) -> [Row] {
        var order: [Breakdown] = []
        var rows: [Breakdown: Row] = [:]
        for figure in figures where isWanted(figure.breakdown) {
            if rows[figure.breakdown] == nil { order.append(figure.breakdown) }
            rows[figure.breakdown, default: Row(label: figure.label[language], figures: [:])]
                .figures[figure.wave] = figure
        }
        return order.compactMap { rows[$0] }
    }

    private func comparison(
        _ name: String, _ title: LocalizedText, _ heading: LocalizedText, rows: [Row]
    ) -> ReportTable {
        let maker = CellMaker(language: language)
        let columns = waves.flatMap { wave in
            [reachable, answers, rate].map { ReportTable.Column("\(WaveWords(language).short(wave)): \($0[language])") }
        }
        return ReportTable(
            name: name, title: title[language], columns: [ReportTable.Column(heading[language], .text)] + columns,
            rows: rows.map { row in
                let cells = waves.flatMap { wave -> [ReportTable.Cell] in
                    guard let figure = row.figures[wave] else { return [.none, .none, .none] }
                    return [
                        maker.count(figure.counts.reachable), maker.count(figure.counts.answered),
                        maker.share(figure.rate),
                    ]
                }
                return [.text(row.label)] + cells
            })
    }

    private var survey: String { LocalizedText("Enkät", "Survey")[language] }
    private var reachable: LocalizedText { LocalizedText("kunde nås", "reachable") }
    private var answers: LocalizedText { LocalizedText("svar", "answers") }
    private var rate: LocalizedText { LocalizedText("andel", "share") }
    private var outcomes: [LocalizedText] {
        [
            LocalizedText("Kunde nås", "Reachable"), LocalizedText("Svar", "Answers"),
            LocalizedText("Svarsandel", "Response rate"),
            LocalizedText("varav delvis", "of which partial"), LocalizedText("varav hela", "of which complete"),
            LocalizedText("Påbörjade", "Begun"), LocalizedText("Svar i båda", "Answered both"),
            LocalizedText("Inbjudna", "Invited"), LocalizedText("Kom inte fram", "Bounced"),
            LocalizedText("Avböjde", "Opted out"),
        ]
    }
}
