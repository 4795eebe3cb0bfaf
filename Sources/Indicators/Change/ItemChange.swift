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
    public var firstOnly: Shown<Int>
    public var secondOnly: Shown<Int>
    public var measure: Measure
    /// How many conferences (for the nation) or organisations (for a conference) the pairs come from: the clusters
    /// of the interval. Withheld with the pairs, for there are at least as many of them.
    public var clusters: Shown<Int>

    /// What is compared: the direction of change on a scale, or the share of right answers to a question of
    /// knowledge.
    public enum Measure: Sendable, Hashable {
        case scale(counts: Shown<Directions>, netShareHigher: Shown<IntervalEstimate>)
        case knowledge(shareFirst: Shown<Double>, shareSecond: Shown<Double>, difference: Shown<IntervalEstimate>)
    }

    public init(
        item: String, text: LocalizedText, wavePair: WavePair, breakdown: Breakdown, pairs: Shown<Int>,
        firstOnly: Shown<Int>, secondOnly: Shown<Int>, measure: Measure, clusters: Shown<Int>
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
