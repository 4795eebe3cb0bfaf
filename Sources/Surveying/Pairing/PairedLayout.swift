internal import Registers
internal import Wording

/// Which cell of a table of pairs each pair of answers falls in, for one bank and two waves.
public struct PairedLayout: Sendable, Hashable, Codable {
    /// Of the waves and of every item's fingerprint and place.
    public let id: String
    public let wavePair: WavePair
    public let items: [PairedItem]
    public let cellCount: Int

    /// The items of the bank that are paired, have levels of their own and are asked in both waves, in the order of
    /// the bank.
    public static func layout(bank: Bank, wavePair: WavePair) -> PairedLayout {
        PairedLayout(
            wavePair: wavePair,
            items: bank.items.filter {
                $0.hasPairedTable && $0.waves.contains(wavePair.first) && $0.waves.contains(wavePair.second)
            })
    }

    init(wavePair: WavePair, items: [Item]) {
        var offset = 0
        self.items = items.map { item in
            let paired = PairedItem(item, offset: offset)
            offset += paired.cellCount
            return paired
        }
        self.wavePair = wavePair
        cellCount = offset
        id = Fingerprint.of(
            ([wavePair.rawValue] + self.items.map { "\($0.name)=\($0.fingerprint)" }).joined(separator: "\n"))
    }

    /// The cell of each item asked in both waves, for one person, ascending.
    ///
    /// - Parameters:
    ///   - first: the counted answers in the earlier wave; `nil` if there are none.
    ///   - second: likewise in the later wave.
    ///   - asked: the paired items that stand in both surveys of the conference.
    /// - Returns: nothing if both are `nil`; one who answered in one wave has *no answer* in the other.
    public func cells(first: AnswerSet?, second: AnswerSet?, asked: Set<ItemName>) -> [Int32] {
        if first == nil && second == nil { return [] }
        var cells: [Int32] = []
        cells.reserveCapacity(items.count)
        for item in items where asked.contains(item.name) {
            cells.append(
                item.cell(first: item.state(of: first?[item.name]), second: item.state(of: second?[item.name])))
        }
        return cells
    }

    /// The paired items that stand in both surveys with the fingerprint of this layout.
    public func asked(first: Survey, second: Survey) -> Set<ItemName> {
        Set(
            items.filter { paired in
                [first, second].allSatisfy { survey in
                    survey.question(named: paired.name).map {
                        PairedItem.fingerprint(of: $0.item) == paired.fingerprint
                    }
                        ?? false
                }
            }.map(\.name))
    }

    public func item(named name: ItemName) -> PairedItem? {
        items.first { $0.name == name }
    }
}

extension PairedItem {
    init(_ item: Item, offset: Int) {
        name = item.name
        levels = PairedItem.levels(of: item)
        fingerprint = PairedItem.fingerprint(of: item)
        self.offset = offset
        isKnowledge = item.knowledgeKey != nil
        key = item.knowledgeKey
        text = item.text
        polarity = item.polarity
    }

    /// Numbers ascending. Words of an ordered scale stand from more to less in the bank, so they are turned round;
    /// kinds keep their order.
    static func levels(of item: Item) -> [String] {
        guard let scale = item.scale else { return [] }
        let numbers = scale.points.compactMap { point -> Int64? in
            if case .number(let number) = point.code { number } else { nil }
        }
        if numbers.count == scale.points.count { return numbers.sorted().map { String($0) } }
        let words = scale.points.map(\.code.text)
        return scale.isOrdered ? words.reversed() : words
    }

    /// Two items with equal wording, scale (with labels and non-values), polarity and key have equal fingerprints.
    public static func fingerprint(of item: Item) -> String {
        var parts = [item.text.swedish, item.text.english, item.polarity.rawValue, item.knowledgeKey ?? "-"]
        for point in item.scale?.points ?? [] {
            parts += [point.code.text, point.label.swedish, point.label.english]
        }
        for label in [item.scale?.dontKnow, item.scale?.notApplicable] {
            parts += [label?.swedish ?? "-", label?.english ?? "-"]
        }
        parts.append(item.scale?.isOrdered ?? false ? "ordered" : "kinds")
        return Fingerprint.of(parts.map { "\($0.utf8.count):\($0)" }.joined())
    }
}
