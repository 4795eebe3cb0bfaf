public import Registers
public import SourceText

/// What the demonstration makes up, from `seeds/demo/demo.yml`. Every part says `simulated: true`; a part that does
/// not is refused, so that nothing real can slip in among what is invented.
public struct SimulationFacts: Sendable, Hashable {
    /// A list of invented people, and the conference it is about.
    public struct List: Sendable, Hashable {
        /// Relative to the folder of `demo.yml`.
        public let file: String
        public let conference: ConferenceID
        /// Where it stands in `demo.yml`.
        public let line: Int
    }

    public let lists: [List]
    /// How many people there are to be in all.
    public let people: Int
    /// How many municipalities they are to come from.
    public let municipalities: Int
    /// The least number of people from each of those municipalities and from each council.
    public let fewestOfEach: Int
    /// For counties without a conference of their own: where their people go, nearest first.
    public let neighbours: [CountyCode: [ConferenceID]]
    public let programmes: [ConferenceID: [ThemeID]]
    public let givenNames: [String]
    public let familyNames: [String]
    public let roles: [String]
    public let associations: [String]

    /// - Throws: every unknown or missing key, part that is not marked as simulated, and id that the registers do
    ///   not know, with its line.
    public init(yaml: String, file: String, frame: Frame, conferences: [Conference]) throws(Diagnostics) {
        let root = try StrictYAML.parse(yaml, file: file)
        var diagnostics = Diagnostics()
        var reader = SimulationFactsReader(root, frame, conferences, &diagnostics)
        let facts = reader?.facts(&diagnostics)
        try diagnostics.throwIfErrors()
        guard let facts else {
            throw Diagnostics([Diagnostic(file: file, line: 1, "The simulated facts cannot be read.")])
        }
        self = facts
    }

    init(
        lists: [List], people: Int, municipalities: Int, fewestOfEach: Int, neighbours: [CountyCode: [ConferenceID]],
        programmes: [ConferenceID: [ThemeID]], givenNames: [String], familyNames: [String], roles: [String],
        associations: [String]
    ) {
        self.lists = lists
        self.people = people
        self.municipalities = municipalities
        self.fewestOfEach = fewestOfEach
        self.neighbours = neighbours
        self.programmes = programmes
        self.givenNames = givenNames
        self.familyNames = familyNames
        self.roles = roles
        self.associations = associations
    }

    /// The conferences with their simulated programmes, where they have none.
    public func withProgrammes(_ conferences: [Conference]) -> [Conference] {
        conferences.map { $0.with(themes: $0.themes ?? programmes[$0.id]) }
    }
}
