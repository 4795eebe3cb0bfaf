public import Surveying
public import Wording

/// Response in one wave, in the manner of AAPOR: of the registered (before the day) or the attended (after it)
/// that could be reached.
public struct ResponseFigure: Sendable, Hashable, Codable {
    public var wave: Wave
    public var breakdown: Breakdown
    /// People as the heading of a row, `Malmö 22 januari`.
    public var label: LocalizedText
    public var counts: ShownResponseCounts
    /// Responses (partial and complete) over the reachable; undefined where nobody could be reached.
    public var rate: Shown<Double>

    public init(
        wave: Wave, breakdown: Breakdown, label: LocalizedText, counts: ShownResponseCounts, rate: Shown<Double>
    ) {
        self.wave = wave
        self.breakdown = breakdown
        self.label = label
        self.counts = counts
        self.rate = rate
    }
}

/// People by outcome as they may be shown. The outcome codes stand for the nation alone: crossed with conferences
/// they would be small counts. `nil` is what is not reported for the row, as opposed to withheld.
public struct ShownResponseCounts: Sendable, Hashable, Codable {
    /// The denominator of the rate.
    public var reachable: Shown<Int>
    /// Responses that count, partial and complete.
    public var answered: Shown<Int>
    /// Counted responses that have a counted response of the first wave; `nil` in the first wave.
    public var paired: Shown<Int>?
    public var invited: Shown<Int>?
    public var bounced: Shown<Int>?
    public var optedOut: Shown<Int>?
    public var draft: Shown<Int>?
    public var partial: Shown<Int>?
    public var complete: Shown<Int>?

    public init(reachable: Shown<Int>, answered: Shown<Int>) {
        self.reachable = reachable
        self.answered = answered
    }
}
