public import Chronology
public import Registers
public import Surveying

/// A wave of letters to one conference, from its plan to its last outcome.
public struct LetterWaveRecord: Sendable, Hashable {
    public var id: LetterWaveID
    public var board: BoardID
    public var conference: ConferenceID
    /// The wave's folder under `Mailings/`. Once per conference.
    public var name: String
    /// The survey that the letters invite to.
    public var surveyWave: Wave?
    /// SHA-256 of the templates when the recipients were frozen, in lower-case hex.
    public var templateDigest: String
    /// As the mailing part writes it.
    public var state: String
    public var sendAt: Timestamp
    public var expiresAt: Timestamp
    public var frozenAt: Timestamp?
    /// How many recipients the frozen list has.
    public var recipients: Int
    /// The list that the recipients were chosen by among the audience; `nil` for the whole audience.
    public var list: String?

    public init(
        id: LetterWaveID, board: BoardID, conference: ConferenceID, name: String, surveyWave: Wave?,
        templateDigest: String, state: String, sendAt: Timestamp, expiresAt: Timestamp, frozenAt: Timestamp? = nil,
        recipients: Int = 0, list: String? = nil
    ) {
        self.id = id
        self.board = board
        self.conference = conference
        self.name = name
        self.surveyWave = surveyWave
        self.templateDigest = templateDigest
        self.state = state
        self.sendAt = sendAt
        self.expiresAt = expiresAt
        self.frozenAt = frozenAt
        self.recipients = recipients
        self.list = list
    }
}
