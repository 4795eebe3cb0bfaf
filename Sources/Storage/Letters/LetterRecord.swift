public import Chronology
public import Participants
public import Registers
public import Surveying

/// One letter to one recipient, with its state in the ledger.
public struct LetterRecord: Sendable, Hashable {
    public var id: LetterID
    public var wave: LetterWaveID
    /// `nil` when the person has been erased since.
    public var participant: ParticipantID?
    public var address: String
    /// The normalised address; once in a wave.
    public var addressKey: String
    /// 0, or how many times the person's address was corrected after an earlier letter of the wave.
    public var correction: Int
    public var messageID: String
    /// As the ledger writes it: `queued`, `attempting`, `accepted`…
    public var state: String
    public var attempts: Int
    /// `nil` where no attempt is to be made.
    public var nextAttemptAt: Timestamp?
    public var replyCode: Int?
    /// The server's text or the reason, without the address.
    public var reply: String?
    public var queuedAt: Timestamp
    public var attemptedAt: Timestamp?
    public var doneAt: Timestamp?

    public init(
        id: LetterID, wave: LetterWaveID, participant: ParticipantID?, address: String, addressKey: String,
        correction: Int = 0, messageID: String, state: String, attempts: Int = 0, nextAttemptAt: Timestamp?,
        replyCode: Int? = nil, reply: String? = nil, queuedAt: Timestamp, attemptedAt: Timestamp? = nil,
        doneAt: Timestamp? = nil
    ) {
        self.id = id
        self.wave = wave
        self.participant = participant
        self.address = address
        self.addressKey = addressKey
        self.correction = correction
        self.messageID = messageID
        self.state = state
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.replyCode = replyCode
        self.reply = reply
        self.queuedAt = queuedAt
        self.attemptedAt = attemptedAt
        self.doneAt = doneAt
    }
}

/// A step of one letter in the ledger: what it was, what it becomes.
public struct LetterTransition: Sendable, Hashable {
    public var id: LetterID
    public var from: String
    public var to: String
    public var attempts: Int
    public var nextAttemptAt: Timestamp?
    public var replyCode: Int?
    public var reply: String?
    public var attemptedAt: Timestamp?
    public var doneAt: Timestamp?

    public init(
        id: LetterID, from: String, to: String, attempts: Int, nextAttemptAt: Timestamp? = nil,
        replyCode: Int? = nil, reply: String? = nil, attemptedAt: Timestamp? = nil, doneAt: Timestamp? = nil
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.replyCode = replyCode
        self.reply = reply
        self.attemptedAt = attemptedAt
        self.doneAt = doneAt
    }
}

/// How many letters of one survey's waves and organisation type are in a state.
public struct LetterTally: Sendable, Hashable {
    public var conference: ConferenceID
    public var waveName: String
    public var surveyWave: Wave?
    public var organisationType: OrganisationTypeID?
    public var state: String
    public var letters: Int

    public init(
        conference: ConferenceID, waveName: String, surveyWave: Wave?, organisationType: OrganisationTypeID?,
        state: String, letters: Int
    ) {
        self.conference = conference
        self.waveName = waveName
        self.surveyWave = surveyWave
        self.organisationType = organisationType
        self.state = state
        self.letters = letters
    }
}
