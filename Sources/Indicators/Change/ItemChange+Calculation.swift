public import Registers
import Statistics
public import Surveying

extension ItemChange {
    /// Change in every item of the layouts, for the nation and for each conference where it was asked, in the order
    /// of the layouts' items and the conferences' identifiers.
    ///
    /// Items without any answer are left out. Tables of two layouts with the same item, wording and scale count
    /// together. The order of the tables does not matter.
    ///
    /// - Parameter withheldConferences: conferences whose response in a wave is withheld. Their numbers of pairs and
    ///   of single answers, which are nearly the same people, are withheld as well.
    public static func changes(
        in tables: [LayoutTables], family: DeclaredFamily = .conferences2016, rules: DisclosureRules = .standard,
        withheldConferences: [Wave: Set<ConferenceID>] = [:]
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
        return order.enumerated().sorted {
            (waves.firstIndex(of: $0.element.wavePair) ?? 0, $0.offset)
                < (waves.firstIndex(of: $1.element.wavePair) ?? 0, $1.offset)
        }.flatMap { _, comparable -> [ItemChange] in
            let pair = comparable.wavePair
            let withheld = (withheldConferences[pair.first] ?? []).union(withheldConferences[pair.second] ?? [])
            return items[comparable]?.changes(
                level: family.contains(comparable.name, pair) ? .ninetyNine : .ninetyFive, rules: rules,
                withheld: withheld) ?? []
        }
    }

    private struct ComparableItem: Hashable {
        var name: ItemName
        var fingerprint: String
        var wavePair: WavePair
    }
}
