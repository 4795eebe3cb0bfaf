public import Chronology
public import Participants
import Registers
public import Surveying

/// What a letter's recipient is at this instant, looked up right before the letter leaves.
public struct LetterRecipient: Sendable, Hashable {
    public var participant: ParticipantID
    public var name: String
    /// At the wave's conference; `nil` where the registration is gone.
    public var status: RegistrationStatus?
    /// Why no letter goes to the address, if so.
    public var suppression: SuppressionReason?
    /// Whether the address does without letters of the stream that was asked for.
    public var hasOptedOut: Bool
    /// Of the invitation to the survey that the letter carries.
    public var tokenHash: TokenHash?

    public init(
        participant: ParticipantID, name: String, status: RegistrationStatus?, suppression: SuppressionReason?,
        hasOptedOut: Bool = false, tokenHash: TokenHash?
    ) {
        self.participant = participant
        self.name = name
        self.status = status
        self.suppression = suppression
        self.hasOptedOut = hasOptedOut
        self.tokenHash = tokenHash
    }
}

/// Look-ups over a letter, its person, registration, invitation and the suppressed addresses.
public enum LetterRecipients {
    /// The recipients of letters as they are now, in the letters' order: several where people share the address, the
    /// first of them first, and none where they have been erased.
    ///
    /// - Parameters:
    ///   - survey: whose invitation is wanted; a wave of no survey carries none.
    ///   - stream: what the letters are of.
    public static func current(
        _ letters: [LetterID], survey: Wave?, stream: OptOutStream, in reader: any SQLReading
    ) throws -> [[LetterRecipient]] {
        try reader.query(
            """
            SELECT participants.id, participants.name, registrations.status, suppressions.reason,
                opt_outs.stream, invitations.token_hash
            FROM letters
                JOIN letter_waves ON letter_waves.id = letters.wave
                JOIN participants ON participants.id IN (SELECT participant FROM letters WHERE id = $1
                    UNION SELECT participant FROM letter_people WHERE letter = $1)
                LEFT JOIN registrations ON registrations.conference = letter_waves.conference
                    AND registrations.participant = participants.id
                LEFT JOIN suppressions ON suppressions.board = letter_waves.board
                    AND suppressions.address_key = letters.address_key
                LEFT JOIN opt_outs ON opt_outs.board = letter_waves.board
                    AND opt_outs.address_key = letters.address_key AND opt_outs.stream = $3
                LEFT JOIN invitations ON invitations.conference = letter_waves.conference
                    AND invitations.participant = participants.id AND invitations.wave = $2
            WHERE letters.id = $1 ORDER BY length(participants.email_key), participants.email_key
            """,
            each: letters.map { [.id($0), .optional(survey?.rawValue), .text(stream.rawValue)] }
        ).map { rows in
            try rows.map { row in
                var columns = Columns(row, of: "letters")
                return LetterRecipient(
                    participant: try columns.id(), name: try columns.text(), status: try columns.optionalChoice(),
                    suppression: try columns.optionalChoice(), hasOptedOut: columns.optionalText() != nil,
                    tokenHash: columns.optionalBlob().map(TokenHash.init(bytes:)))
            }
        }
    }

    /// When the last letter of a wave was handed over, or was about to be; `nil` where none was.
    public static func lastAttempt(wave: LetterWaveID, in reader: any SQLReading) throws -> Timestamp? {
        try reader.query("SELECT max(attempted_at) FROM letters WHERE wave = $1", [.id(wave)])
            .first?.integer(0).map(Timestamp.init(microseconds:))
    }

    /// Whether a person has a response to a wave's survey that is counted.
    public static func hasAnswered(_ pseudonym: Pseudonym, _ wave: Wave, in reader: any SQLReading) throws -> Bool {
        try ResponseRecords.list(pseudonym: pseudonym, in: reader)
            .contains { $0.survey.wave == wave && $0.isCounted }
    }
}
