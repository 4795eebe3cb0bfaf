import Registers
public import Surveying

/// The items whose change was declared in advance to be what the evaluation is about, in one pair of waves. Their
/// intervals are at 99 %, so that the five of a family hold together at 95 % (Bonferroni); everything else explores,
/// at 95 %.
public struct DeclaredFamily: Sendable, Hashable {
    public var items: Set<ItemName>
    public var wavePair: WavePair

    public init(items: Set<ItemName>, wavePair: WavePair) {
        self.items = items
        self.wavePair = wavePair
    }

    public func contains(_ item: ItemName, _ wavePair: WavePair) -> Bool {
        self.wavePair == wavePair && items.contains(item)
    }
}

extension [DeclaredFamily] {
    /// P01, P02, P03, P05 and P12 from before to after, and the same five from before to three months after: two
    /// families, declared before the first after-survey opens.
    public static let conferences2016: [DeclaredFamily] = [WavePair.beforeAfter, .beforeThreeMonths].map { pair in
        DeclaredFamily(items: Set(["P01", "P02", "P03", "P05", "P12"].map { ItemName($0) }), wavePair: pair)
    }
}
