public import Surveying
public import Wording

/// Change in one paired item over one pair of waves, under the heading *Förändring*.
public struct ItemChange: Sendable, Hashable, Codable {
    public var item: String
    public var text: LocalizedText
    public var wavePair: WavePair
    public var breakdown: Breakdown
    /// People with a value in both waves.
    public var pairs: Shown<Int>
    /// People with a value in one of the waves only: for the nation. `nil` for a part of it, where they would tell
    /// with those who answered how few are no pair.
    public var firstOnly: Shown<Int>?
    public var secondOnly: Shown<Int>?
    public var measure: Measure
    /// How many conferences (for the nation) or organisations (for a conference) the pairs come from: the clusters
    /// of the interval. Withheld with the pairs, for there are at least as many of them.
    public var clusters: Shown<Int>

    /// What is compared: the direction of change on a scale, or the share of right answers to a question of
    /// knowledge.
    public enum Measure: Sendable, Hashable {
        case scale(counts: Shown<Directions>, netShareHigher: Shown<IntervalEstimate>)
        case knowledge(shareFirst: Shown<Double>, shareSecond: Shown<Double>, difference: Shown<IntervalEstimate>)

        /// The same with none of its figures.
        var withheld: Measure {
            switch self {
            case .scale: .scale(counts: .withheld(.complementary), netShareHigher: .withheld(.complementary))
            case .knowledge:
                .knowledge(
                    shareFirst: .withheld(.complementary), shareSecond: .withheld(.complementary),
                    difference: .withheld(.complementary))
            }
        }
    }

    public init(
        item: String, text: LocalizedText, wavePair: WavePair, breakdown: Breakdown, pairs: Shown<Int>,
        firstOnly: Shown<Int>? = nil, secondOnly: Shown<Int>? = nil, measure: Measure, clusters: Shown<Int>
    ) {
        self.item = item
        self.text = text
        self.wavePair = wavePair
        self.breakdown = breakdown
        self.pairs = pairs
        self.firstOnly = firstOnly
        self.secondOnly = secondOnly
        self.measure = measure
        self.clusters = clusters
    }
}
