import Registers
public import Surveying

/// The items whose change was declared in advance to be what the evaluation is about. Their intervals are at 99 %,
/// so that five hold together at 95 % (Bonferroni); everything else explores, at 95 %.
public struct DeclaredFamily: Sendable, Hashable {
    public var items: Set<ItemName>
    public var wavePair: WavePair

    public init(items: Set<ItemName>, wavePair: WavePair) {
        self.items = items
        self.wavePair = wavePair
    }

    /// P01, P02, P03, P05 and P12 from before to after, declared before the first after-survey opens.
    public static let conferences2016 = DeclaredFamily(
        items: Set(["P01", "P02", "P03", "P05", "P12"].map { ItemName($0) }), wavePair: .beforeAfter)

    public func contains(_ item: ItemName, _ wavePair: WavePair) -> Bool {
        self.wavePair == wavePair && items.contains(item)
    }
}
