public import Indicators
import Registers
public import Surveying
public import Wording

/// Change in the paired items, as tables, under the heading *Förändring*.
public struct ChangeTables: Sendable {
    private let changes: [ItemChange]
    private let facts: ReportFacts
    private let language: Language

    public init(_ release: Release, _ facts: ReportFacts, _ language: Language) {
        changes = release.change
        self.facts = facts
        self.language = language
    }

    /// The nation's tables, then one for each item by conference.
    public var all: [ReportTable] {
        wavePairs.flatMap { pair in [knowledge(pair), scales(pair)] + parts(pair) }.filter { !$0.rows.isEmpty }
    }

    var wavePairs: [WavePair] { WavePair.allCases.filter { pair in changes.contains { $0.wavePair == pair } } }

    func national(_ pair: WavePair) -> [ItemChange] {
        changes.filter { $0.wavePair == pair && $0.breakdown == .nation }
    }

    /// The share right in both waves and its difference.
    public func knowledge(_ pair: WavePair) -> ReportTable {
        let items = national(pair).filter(\.isKnowledge)
        return ReportTable(
            name: "knowledge-\(pair.rawValue)",
            title: LocalizedText(
                "Förändring i kunskap \(WaveWords(.swedish).span(pair))",
                "Change in knowledge \(WaveWords(.english).span(pair))")[language],
            columns: [ReportTable.Column(question, .text)] + knowledgeColumns(pair, isWhole: true),
            rows: items.map { [.text(ItemLabel.text($0, language))] + cells($0) }, notes: notes(items))
    }

    /// Higher, same and lower, and the difference of the shares.
    public func scales(_ pair: WavePair) -> ReportTable {
        let items = national(pair).filter { !$0.isKnowledge }
        return ReportTable(
            name: "change-\(pair.rawValue)",
            title: LocalizedText(
                "Förändring \(WaveWords(.swedish).span(pair))", "Change \(WaveWords(.english).span(pair))")[language],
            columns: [ReportTable.Column(question, .text)] + scaleColumns(pair, isWhole: true),
            rows: items.map { [.text(ItemLabel.text($0, language))] + cells($0) }, notes: notes(items))
    }

    /// A table for each item with figures by conference.
    public func parts(_ pair: WavePair) -> [ReportTable] {
        let parted = changes.filter { $0.wavePair == pair && $0.breakdown != .nation }
        var items: [String] = []
        for change in parted where items.last != change.item && !items.contains(change.item) {
            items.append(change.item)
        }
        return items.compactMap { item in
            let rows = parted.filter { $0.item == item }
            guard let first = rows.first else { return nil }
            return ReportTable(
                name: "change-\(pair.rawValue)-\(item.lowercased())",
                title: ItemLabel.text(first, language),
                columns: [ReportTable.Column(LocalizedText("Konferens", "Conference")[language], .text)]
                    + (first.isKnowledge
                        ? knowledgeColumns(pair, isWhole: false) : scaleColumns(pair, isWhole: false)),
                rows: rows.map { [.text(label($0.breakdown))] + cells($0) }, notes: notes([first]))
        }
    }

    func label(_ breakdown: Breakdown) -> String {
        switch breakdown {
        case .nation: LocalizedText("Hela landet", "The whole country")[language]
        case .conference(let id): facts.conferenceLabels[id]?[language] ?? id.rawValue
        case .organisationType(let id): facts.typeLabels[id]?[language] ?? id.rawValue
        }
    }

    private func cells(_ change: ItemChange) -> [ReportTable.Cell] {
        let maker = CellMaker(language: language)
        let once = change.breakdown == .nation ? [change.firstOnly, change.secondOnly] : []
        let people = [maker.count(change.pairs)] + once.map { $0.map(maker.count) ?? .none }
        switch change.measure {
        case .scale(let counts, let netShare):
            let directions = [\Directions.higher, \.same, \.lower].map { path in
                maker.count(counts.map { $0[keyPath: path] })
            }
            return people + directions + maker.estimate(netShare)
        case .knowledge(let first, let second, let difference):
            return people + [maker.share(first), maker.share(second)] + maker.estimate(difference)
        }
    }

    private var question: String { LocalizedText("Fråga", "Question")[language] }

    /// Of a key that is not certified, by item.
    private func notes(_ items: [ItemChange]) -> [String] {
        items.compactMap { item in facts.itemNotes[item.item].map { "\(item.item): \($0[language])" } }
    }

    private func people(_ pair: WavePair, isWhole: Bool) -> [ReportTable.Column] {
        let words = WaveWords(language)
        let both = ReportTable.Column(LocalizedText("Svarade båda gångerna", "Answered both times")[language])
        guard isWhole else { return [both] }
        return [
            both,
            ReportTable.Column("\(LocalizedText("Bara", "Only")[language]) \(words.earlier(pair))"),
            ReportTable.Column("\(LocalizedText("Bara", "Only")[language]) \(words.later(pair))"),
        ]
    }

    private func scaleColumns(_ pair: WavePair, isWhole: Bool) -> [ReportTable.Column] {
        people(pair, isWhole: isWhole)
            + [
                LocalizedText("Högre", "Higher"), LocalizedText("Lika", "Same"), LocalizedText("Lägre", "Lower"),
            ].map { ReportTable.Column($0[language]) } + estimateColumns
    }

    private func knowledgeColumns(_ pair: WavePair, isWhole: Bool) -> [ReportTable.Column] {
        let words = WaveWords(language)
        let right = LocalizedText("Rätt", "Correct")[language]
        return people(pair, isWhole: isWhole)
            + [words.earlier(pair), words.later(pair)].map { ReportTable.Column("\(right) \($0)") } + estimateColumns
    }

    private var estimateColumns: [ReportTable.Column] {
        [
            ReportTable.Column(LocalizedText("Skillnad, procentenheter", "Difference, percentage points")[language]),
            ReportTable.Column(LocalizedText("Osäkerhetsintervall", "Uncertainty interval")[language], .interval),
        ]
    }
}

extension ItemChange {
    var isKnowledge: Bool {
        if case .knowledge = measure { true } else { false }
    }
}

/// An item as the heading of a row: `P01. Hur väl känner du till …`.
enum ItemLabel {
    static func text(_ change: ItemChange, _ language: Language) -> String {
        "\(change.item). \(change.text[language])"
    }
}
