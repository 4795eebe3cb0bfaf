import Registers
import Statistics
import Surveying

extension ItemChange {
    /// Change in every item of the layouts, for the nation and for each conference where it was asked, in the order
    /// of the layouts' items and the conferences' identifiers.
    ///
    /// Items without any answer are left out. Tables of two layouts with the same item, wording and scale count
    /// together. The order of the tables does not matter.
    ///
    /// - Parameter answered: those who answered the surveys, and which of these numbers are published beside the
    ///   changes. Pairs are withheld where with them a small group could be worked out.
    public static func changes(
        in tables: [LayoutTables], families: [DeclaredFamily] = .conferences2016,
        rules: DisclosureRules = .standard, answered: AnsweredPeople = AnsweredPeople()
    ) -> [ItemChange] {
        var order: [ComparableItem] = []
        var items: [ComparableItem: ItemTable] = [:]
        for table in tables {
            for item in table.layout.items {
                let comparable = ComparableItem(
                    name: item.name, fingerprint: item.fingerprint, wavePair: table.layout.wavePair)
                if items[comparable] == nil {
                    order.append(comparable)
                    items[comparable] = ItemTable(item, table.layout.wavePair)
                }
                for cluster in table.clusters {
                    items[comparable]?.add(PairCounts(cluster.cells.table(for: item), of: item), of: cluster)
                }
            }
        }
        let waves = WavePair.allCases
        let changes = order.enumerated().sorted {
            (waves.firstIndex(of: $0.element.wavePair) ?? 0, $0.offset)
                < (waves.firstIndex(of: $1.element.wavePair) ?? 0, $1.offset)
        }.flatMap { _, comparable -> [ItemChange] in
            let isDeclared = families.contains { $0.contains(comparable.name, comparable.wavePair) }
            return items[comparable]?.changes(
                level: isDeclared ? .ninetyNine : .ninetyFive, rules: rules, answered: answered) ?? []
        }
        var linked: [String: LinkedWaves] = [:]
        for change in changes where change.breakdown == .nation && change.pairs.shown != nil {
            linked[change.item, default: LinkedWaves(answered: answered)].counts[change.wavePair] =
                items.first { $0.key.name.rawValue == change.item && $0.key.wavePair == change.wavePair }?.value
                .nationCounts
        }
        return withholdingThird(
            withholdingOnce(changes),
            of: Set(linked.filter { $0.value.tellsSmallGroup(width: rules.width) }.keys))
    }

    /// The pairs after the day and three months after matter least; the nation's are withheld where the three pairs
    /// of waves together tell too much.
    private static func withholdingThird(_ changes: [ItemChange], of items: Set<String>) -> [ItemChange] {
        changes.map { change in
            guard change.breakdown == .nation, change.wavePair == .afterThreeMonths, items.contains(change.item) else {
                return change
            }
            var change = change
            change.pairs = .withheld(.complementary)
            change.clusters = .withheld(.complementary)
            change.measure = change.measure.withheld
            return change
        }
    }

    /// Pairs and those with a value in one wave only add up to all who have a value in that wave, the same in two
    /// pairs of waves. So the numbers of an item are shown in all of them or in none.
    private static func withholdingOnce(_ changes: [ItemChange]) -> [ItemChange] {
        let hidden = Set(changes.filter { $0.breakdown == .nation && $0.firstOnly?.shown == nil }.map(\.item))
        return changes.map { change in
            guard change.breakdown == .nation, hidden.contains(change.item) else { return change }
            var change = change
            if change.firstOnly?.shown != nil { change.firstOnly = .withheld(.complementary) }
            if change.secondOnly?.shown != nil { change.secondOnly = .withheld(.complementary) }
            return change
        }
    }

    private struct ComparableItem: Hashable {
        var name: ItemName
        var fingerprint: String
        var wavePair: WavePair
    }
}
