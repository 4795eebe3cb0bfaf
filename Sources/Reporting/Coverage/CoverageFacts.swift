public import Participants
public import Registers
public import Wording

/// The coverage of a frame with what its tables and picture say about it.
public struct CoverageFacts: Sendable, Hashable {
    public var coverage: FrameCoverage
    public var presence: Presence
    /// The conference it is about, as people know it; `nil` for all conferences.
    public var conference: LocalizedText?
    /// Each conference with the coverage of its own counties; empty where it is about one.
    public var conferences: [ConferenceCoverage]
    /// What must be said of simulated data; `nil` where nothing is simulated.
    public var notice: LocalizedText?

    public struct ConferenceCoverage: Sendable, Hashable {
        public var id: ConferenceID
        public var label: LocalizedText
        public var coverage: FrameCoverage

        public init(id: ConferenceID, label: LocalizedText, coverage: FrameCoverage) {
            self.id = id
            self.label = label
            self.coverage = coverage
        }
    }

    public init(
        coverage: FrameCoverage, presence: Presence, conference: LocalizedText? = nil,
        conferences: [ConferenceCoverage] = [], notice: LocalizedText? = nil
    ) {
        self.coverage = coverage
        self.presence = presence
        self.conference = conference
        self.conferences = conferences
        self.notice = notice
    }

    /// `Representerade kommuner och landsting: anmälda, Malmö 22 januari`.
    public var title: LocalizedText {
        let place = conference ?? LocalizedText("alla konferenser", "all conferences")
        return switch presence {
        case .expected:
            LocalizedText(
                "Kommuner och landsting med minst en anmäld: \(place.swedish)",
                "Municipalities and county councils with somebody registered: \(place.english)")
        case .attended:
            LocalizedText(
                "Kommuner och landsting med minst en som deltog: \(place.swedish)",
                "Municipalities and county councils with somebody who attended: \(place.english)")
        }
    }

    /// `Kommuner: 261 av 290. Landsting och regioner: 20 av 20.`
    func totals(_ language: Language) -> String {
        let (municipalities, councils) = (coverage.municipalities, coverage.councils)
        return LocalizedText(
            "Kommuner: \(municipalities.represented) av \(municipalities.total). "
                + "Landsting och regioner: \(councils.represented) av \(councils.total).",
            "Municipalities: \(municipalities.represented) of \(municipalities.total). "
                + "County councils and regions: \(councils.represented) of \(councils.total).")[language]
    }
}
