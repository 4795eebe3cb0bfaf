public import Chronology
import Registers
public import Wording

/// What the server is told: where it listens, who may post, and what its pages say.
public struct WebConfiguration: Sendable {
    public var host = "127.0.0.1"
    /// 0 lets the system choose; ``GenklangServer/port`` says what it chose.
    public var port = 8080
    /// Where people reach this node, without a slash at the end: the start of every link it writes.
    public var baseURL: String
    /// Threads that serve connections; one is enough for tens of thousands of requests a second.
    public var eventLoops = 1
    public var limits = WebLimits()
    /// Addresses of the reverse proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: [String] = []
    /// Who may post signed answers.
    public var sources: [AnswerSource] = []
    /// The clock that signatures are held against: the real one, also where surveys run on a simulated clock.
    public var signatureTime: any TimeSource
    /// The boards whose surveys are answered here. The first is the node's own, on pages that are nobody's in
    /// particular.
    public var boards: [BoardFacts]
    public var privacy: PrivacyFacts
    /// With simulated people or facts, every page says so.
    public var isSimulated = false
    /// Whether people and answers are simulated too, and the calendar.
    public var isDemonstration = false
    /// The latest release as a page, or `nil` where none is cut yet.
    public var report: (@Sendable (Language) async throws -> HTML?)?
    /// A folder of letters (`.eml`) to show under `/letters`: a demonstration's, never real people's.
    public var lettersFolder: String?
    /// Answers `/hello` with a line of JSON, to measure against.
    public var saysHello = false

    public init(
        baseURL: String, boards: [BoardFacts], privacy: PrivacyFacts, signatureTime: any TimeSource
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.boards = boards
        self.privacy = privacy
        self.signatureTime = signatureTime
    }

    func facts(of board: BoardID) -> BoardFacts? {
        boards.first { $0.board == board } ?? boards.first
    }
}

/// Facts of the privacy page, from the retention decision and the disclosure rules.
public struct PrivacyFacts: Sendable {
    /// The number of the decision (gallringsbeslut).
    public var retentionDecision: String
    /// When the link between person and answers is removed.
    public var linkRemovedOn: CalendarDate
    /// The smallest group that is shown.
    public var smallestGroup: Int

    public init(retentionDecision: String, linkRemovedOn: CalendarDate, smallestGroup: Int) {
        self.retentionDecision = retentionDecision
        self.linkRemovedOn = linkRemovedOn
        self.smallestGroup = smallestGroup
    }
}
