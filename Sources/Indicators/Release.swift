public import Chronology
public import Registers
public import Surveying
public import Wording

/// A frozen, suppressed set of figures. Pages, files and interfaces read releases and nothing else, so the
/// disclosure rules hold in one place.
public struct Release: Sendable, Hashable, Codable {
    public var id: String
    /// When the figures were cut, as microseconds since 1970 in UTC.
    public var cutAtMicroseconds: Int64
    /// Where true, every page and file made from the release says that the data is simulated.
    public var isSimulated: Bool
    public var response: [ResponseFigure]
    public var change: [ItemChange]
    public var dialogue: DialogueFigures

    public init(
        id: String, cutAt: Timestamp, isSimulated: Bool, response: [ResponseFigure], change: [ItemChange],
        dialogue: DialogueFigures
    ) {
        self.id = id
        cutAtMicroseconds = cutAt.microseconds
        self.isSimulated = isSimulated
        self.response = response
        self.change = change
        self.dialogue = dialogue
    }

    public var cutAt: Timestamp { Timestamp(microseconds: cutAtMicroseconds) }
}

/// What a figure is about.
public enum Breakdown: Sendable, Hashable {
    case nation
    case conference(ConferenceID)
    case organisationType(OrganisationTypeID)
}

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
    /// The cluster of the interval, and how many there were.
    public var clusters: Int

    /// What is compared: the direction of change on a scale, or the share of right answers to a question of
    /// knowledge.
    public enum Measure: Sendable, Hashable {
        case scale(counts: Shown<Directions>, netShareHigher: Shown<IntervalEstimate>)
        case knowledge(shareFirst: Shown<Double>, shareSecond: Shown<Double>, difference: Shown<IntervalEstimate>)
    }

    public init(
        item: String, text: LocalizedText, wavePair: WavePair, breakdown: Breakdown, pairs: Shown<Int>,
        firstOnly: Shown<Int>, secondOnly: Shown<Int>, measure: Measure, clusters: Int
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

/// How many of the pairs answered higher, the same and lower in the later wave.
public struct Directions: Sendable, Hashable, Codable {
    public var higher: Int
    public var same: Int
    public var lower: Int

    public init(higher: Int, same: Int, lower: Int) {
        self.higher = higher
        self.same = same
        self.lower = lower
    }
}

/// A point estimate with its interval. Shares and differences of shares are fractions, −1 to 1.
public struct IntervalEstimate: Sendable, Hashable, Codable {
    public var value: Double
    public var interval: Shown<ConfidenceInterval>

    public init(value: Double, interval: Shown<ConfidenceInterval>) {
        self.value = value
        self.interval = interval
    }
}

public struct ConfidenceInterval: Sendable, Hashable, Codable {
    public var low: Double
    public var high: Double
    /// 0.95 or 0.99.
    public var level: Double
    /// `CR2, Satterthwaite` or `Tango`.
    public var method: String

    public init(low: Double, high: Double, level: Double, method: String) {
        self.low = low
        self.high = high
        self.level = level
        self.method = method
    }
}

/// First figures of dialogue: whom people want to meet (D1), talked with (R2) and have contact with (R1).
public struct DialogueFigures: Sendable, Hashable, Codable {
    public var bySector: [SectorContacts]
    /// Mean number of organisations named per person, for each roster item.
    public var perPerson: [RosterMean]

    public init(bySector: [SectorContacts], perPerson: [RosterMean]) {
        self.bySector = bySector
        self.perPerson = perPerson
    }
}

/// People who named at least one organisation of a sector, of those who answered the roster item.
public struct SectorContacts: Sendable, Hashable, Codable {
    public var item: String
    public var wave: Wave
    public var sector: String
    public var sectorLabel: LocalizedText
    public var people: Shown<Int>
    public var answered: Shown<Int>
    public var share: Shown<Double>

    public init(
        item: String, wave: Wave, sector: String, sectorLabel: LocalizedText, people: Shown<Int>,
        answered: Shown<Int>, share: Shown<Double>
    ) {
        self.item = item
        self.wave = wave
        self.sector = sector
        self.sectorLabel = sectorLabel
        self.people = people
        self.answered = answered
        self.share = share
    }
}

public struct RosterMean: Sendable, Hashable, Codable {
    public var item: String
    public var text: LocalizedText
    public var wave: Wave
    public var answered: Shown<Int>
    public var mean: Shown<Double>
    /// Named organisations of another sector than one's own, per person.
    public var meanOtherSector: Shown<Double>

    public init(
        item: String, text: LocalizedText, wave: Wave, answered: Shown<Int>, mean: Shown<Double>,
        meanOtherSector: Shown<Double>
    ) {
        self.item = item
        self.text = text
        self.wave = wave
        self.answered = answered
        self.mean = mean
        self.meanOtherSector = meanOtherSector
    }
}
