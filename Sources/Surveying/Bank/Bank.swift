public import SourceText

/// The pool of items and scales that surveys are made of.
public struct Bank: Sendable, Hashable {
    public let scales: [Scale]
    /// In the order of the file.
    public let items: [Item]
    /// Where each item stands, for what is found wrong with it later.
    let places: [ItemName: YAMLNode]
    /// What is allowed but should be mended: keys that no agency has certified.
    public let warnings: [Diagnostic]
    private let byName: [ItemName: Int]

    init(scales: [Scale], items: [Item], places: [ItemName: YAMLNode] = [:], warnings: [Diagnostic] = []) {
        self.scales = scales
        self.items = items
        self.places = places
        self.warnings = warnings
        byName = Dictionary(items.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    public func item(named name: ItemName) -> Item? {
        byName[name].map { items[$0] }
    }

    public func scale(named name: String) -> Scale? {
        scales.first { $0.name == name }
    }
}
