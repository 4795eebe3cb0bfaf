public import Surveying
public import Wording

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
