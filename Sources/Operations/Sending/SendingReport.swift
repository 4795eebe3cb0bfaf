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
    /// When the next letter that still waits may be tried; `nil` where none waits.
    public var nextAttemptAt: Timestamp?

    public init(
        conference: ConferenceID, wave: LetterWaveName, recipients: Int, counts: LetterCounts, handedOver: Int,
        nextAttemptAt: Timestamp?
    ) {
        self.conference = conference
        self.wave = wave
        self.recipients = recipients
        self.counts = counts
        self.handedOver = handedOver
        self.nextAttemptAt = nextAttemptAt
    }
}
