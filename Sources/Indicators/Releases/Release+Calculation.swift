public import Chronology
public import Registers
public import Surveying
public import Wording

/// What a release is calculated from. Never shown.
public struct ReleaseInput: Sendable {
    public var outcomes: [OutcomeTally] = []
    public var tables: [LayoutTables] = []
    public var replies: [RosterReply] = []
    /// The items whose answers are organisations of a roster, in the order they are reported.
    public var rosterItems: [(name: ItemName, text: LocalizedText)] = []
    public var sectors: [OrganisationKey: Sector] = [:]
    public var coverage: [Coverage] = []

    public init() {}
}

extension Release {
    /// All figures of a release, with what would give a small group away withheld: in each table, and where tables
    /// are held beside each other.
    public init(
        id: String, cutAt: Timestamp, isSimulated: Bool, input: ReleaseInput,
        labels: BreakdownLabels = BreakdownLabels(), families: [DeclaredFamily] = .conferences2016,
        rules: DisclosureRules = .standard
    ) {
        var response = ResponseFigure.figures(of: input.outcomes, labels: labels, rules: rules)
        let answered = AnsweredPeople(input.outcomes, published: response)
        let change = ItemChange.changes(in: input.tables, families: families, rules: rules, answered: answered)
        response.withholdPaired(beside: change, rules)
        self.init(
            id: id, cutAt: cutAt, isSimulated: isSimulated, response: response, change: change,
            dialogue: DialogueFigures(
                replies: input.replies, items: input.rosterItems, sectors: input.sectors, answered: answered,
                rules: rules), coverage: input.coverage)
    }
}

extension [ResponseFigure] {
    /// Those who answered both surveys and are no pair of some item, or who answered the first survey alone, must
    /// not be a small group; else how many answered both is withheld, for the pairs matter more.
    fileprivate mutating func withholdPaired(beside changes: [ItemChange], _ rules: DisclosureRules) {
        let before = first { $0.wave == .before && $0.breakdown == .nation }?.counts.answered.shown
        for index in indices where self[index].breakdown == .nation {
            let wave = self[index].wave
            guard let paired = self[index].counts.paired?.shown else { continue }
            let pairs = changes.filter {
                $0.breakdown == .nation && $0.wavePair.first == .before && $0.wavePair.second == wave
            }.compactMap(\.pairs.shown)
            let rests = pairs.map { paired - $0 } + [before.map { $0 - paired } ?? 0]
            if rests.contains(where: { $0 > 0 && $0 < rules.people }) {
                self[index].counts.paired = .withheld(.complementary)
            }
        }
    }
}
