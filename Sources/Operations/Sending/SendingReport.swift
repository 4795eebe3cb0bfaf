public import Chronology
public import Mailing
public import Registers

/// What became of a wave's letters when a run of it ended.
public struct SendingReport: Sendable, Hashable {
    public var conference: ConferenceID
    public var wave: LetterWaveName
    /// How many recipients were frozen; the counts add up to it.
    public var recipients: Int
    public var counts: LetterCounts
    /// Letters of this run that were handed to a relay or to the outbox, whatever became of them.
    public var handedOver: Int
    /// Letters of this run that the relay or the outbox took.
    public var acceptedNow: Int
    /// When the next letter that still waits may be tried; `nil` where none waits.
    public var nextAttemptAt: Timestamp?
    /// Why the letter that was tried last still waits; `nil` where none waits that was tried.
    public var waitsBecause: String?
    /// The letters that a person has to look at: every one that is rejected or uncertain.
    public var troubled: [Troubled]
    /// People who have come to the wave's audience since the list was frozen. They do not get the letter.
    public var addedAfterFreeze: Int
    /// People in these letters beyond one for each: they share somebody's address.
    public var sharing: Int

    /// How many people stand in the letters.
    public var people: Int { recipients + sharing }

    public init(
        conference: ConferenceID, wave: LetterWaveName, recipients: Int, counts: LetterCounts, handedOver: Int = 0,
        acceptedNow: Int = 0, nextAttemptAt: Timestamp? = nil, waitsBecause: String? = nil,
        troubled: [Troubled] = [], addedAfterFreeze: Int = 0, sharing: Int = 0
    ) {
        self.conference = conference
        self.wave = wave
        self.recipients = recipients
        self.counts = counts
        self.handedOver = handedOver
        self.acceptedNow = acceptedNow
        self.nextAttemptAt = nextAttemptAt
        self.waitsBecause = waitsBecause
        self.troubled = troubled
        self.addedAfterFreeze = addedAfterFreeze
        self.sharing = sharing
    }

    /// A letter that was not, or may not have been, taken.
    public struct Troubled: Sendable, Hashable {
        public var address: String
        /// What the relay's log and a bounce know the letter by.
        public var messageID: String
        public var state: LetterState
        /// What the relay said, or why it was not asked.
        public var reason: String

        public init(address: String, messageID: String, state: LetterState, reason: String) {
            self.address = address
            self.messageID = messageID
            self.state = state
            self.reason = reason
        }
    }
}
