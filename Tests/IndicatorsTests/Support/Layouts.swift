import Foundation
import Indicators
import Registers
import Surveying

/// Layouts of pairs written as the store keeps them.
enum Layouts {
    /// Items P01 (declared), P04 (explored) on a scale of five and K1, whose right answer is `af` of three.
    static func beforeAfter() throws -> PairedLayout { try layout(.beforeAfter) }

    static func layout(_ pair: WavePair) throws -> PairedLayout {
        let scale = #"["1", "2", "3", "4", "5"]"#
        let text = #"{"sv": "Fråga", "en": "Question"}"#
        let json = """
            {"id": "l-\(pair.rawValue)", "wavePair": "\(pair.rawValue)", "cellCount": 164, "items": [
            {"name": "P01", "levels": \(scale), "fingerprint": "a", "offset": 0, "isKnowledge": false,
             "text": \(text), "polarity": "positive"},
            {"name": "P04", "levels": \(scale), "fingerprint": "b", "offset": 64, "isKnowledge": false,
             "text": \(text), "polarity": "positive"},
            {"name": "K1", "levels": ["mv", "af", "sk"], "fingerprint": "c", "offset": 128, "isKnowledge": true,
             "key": "af", "text": \(text), "polarity": "none"}]}
            """
        return try JSONDecoder().decode(PairedLayout.self, from: Data(json.utf8))
    }
}

/// Clusters of one layout, filled pair by pair.
struct Answers {
    struct Key: Hashable {
        var conference: String
        var organisation: String?
    }

    let layout: PairedLayout
    private(set) var cells: [Key: PairedCells] = [:]

    init(_ layout: PairedLayout) {
        self.layout = layout
    }

    /// States are indexes of levels, or the item's states beyond them; `nil` is no answer.
    mutating func add(
        _ item: String, _ first: Int?, _ second: Int?, at conference: String, from organisation: String?,
        times: Int64 = 1
    ) {
        guard times > 0, let item = layout.item(named: ItemName(item)) else { return }
        let cell = item.cell(first: first ?? item.noAnswerState, second: second ?? item.noAnswerState)
        cells[Key(conference: conference, organisation: organisation), default: PairedCells()]
            .add([cell], times: times)
    }

    /// A pair that is higher (1), the same (0) or lower (−1).
    mutating func add(
        _ item: String, sign: Int, at conference: String, from organisation: String?, times: Int64 = 1
    ) {
        add(item, sign < 0 ? 2 : 1, sign > 0 ? 2 : 1, at: conference, from: organisation, times: times)
    }

    var clusters: [ClusterTable] {
        cells.map { key, cells in
            ClusterTable(
                conference: ConferenceID(key.conference),
                organisation: key.organisation.map { OrganisationKey.named(folded: $0) }, cells: cells)
        }
    }

    func changes(rules: DisclosureRules = .standard) -> [ItemChange] {
        ItemChange.changes(in: [LayoutTables(layout: layout, clusters: clusters)], rules: rules)
    }
}

extension [ItemChange] {
    func figure(_ item: String, _ breakdown: Breakdown = .nation) -> ItemChange? {
        first { $0.item == item && $0.breakdown == breakdown }
    }
}

extension ItemChange {
    var directions: Shown<Directions>? {
        if case .scale(let counts, _) = measure { counts } else { nil }
    }

    var estimate: Shown<IntervalEstimate> {
        switch measure {
        case .scale(_, let estimate), .knowledge(_, _, let estimate): estimate
        }
    }

    var shares: (first: Shown<Double>, second: Shown<Double>)? {
        if case .knowledge(let first, let second, _) = measure { (first, second) } else { nil }
    }
}
