public import Chronology
public import Participants
public import Registers
public import Surveying

/// What one response says for the contact list: needs, offers, consent to pass on an address. Kept with the
/// person, and said so in the form.
public struct ContactAnswerRecord: Sendable, Hashable {
    public var survey: SurveyID
    public var participant: ParticipantID
    /// A keyed hash of the response's key, so that this row alone does not lead to the answers.
    public var responseKey: [UInt8]
    public var revision: Int64
    public var submittedAt: Timestamp
    /// Canonical JSON.
    public var answers: String

    public init(
        survey: SurveyID, participant: ParticipantID, responseKey: [UInt8], revision: Int64, submittedAt: Timestamp,
        answers: String
    ) {
        self.survey = survey
        self.participant = participant
        self.responseKey = responseKey
        self.revision = revision
        self.submittedAt = submittedAt
        self.answers = answers
    }
}

/// The table of what is kept with the contact.
public enum ContactAnswerRecords {
    /// Writes rows, each in place of what its response had said before.
    public static func put(_ records: [ContactAnswerRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO contact_answers (conference, participant, wave, response_key, revision, submitted_at, answers)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (conference, participant, wave, response_key) DO UPDATE SET revision = excluded.revision,
                submitted_at = excluded.submitted_at, answers = excluded.answers
            """,
            each: records.map { record in
                [
                    .id(record.survey.conference), .id(record.participant), .text(record.survey.wave.rawValue),
                    .blob(record.responseKey), .integer(record.revision), .instant(record.submittedAt),
                    .text(record.answers),
                ]
            })
    }

    /// What each of the responses of a conference has said, wherever it stands, goes.
    public static func delete(
        _ responses: [(conference: ConferenceID, responseKey: [UInt8])], in writer: any SQLWriting
    ) throws {
        try writer.execute(
            "DELETE FROM contact_answers WHERE conference = $1 AND response_key = $2",
            each: responses.map { [.id($0.conference), .blob($0.responseKey)] })
    }

    /// A person's answers to one survey, latest first; those of another response than the latest are outdated.
    public static func list(survey: SurveyID, participant: ParticipantID, in reader: any SQLReading) throws
        -> [ContactAnswerRecord]
    {
        try reader.query(
            """
            SELECT conference, wave, participant, response_key, revision, submitted_at, answers FROM contact_answers
            WHERE conference = $1 AND participant = $2 AND wave = $3 ORDER BY submitted_at DESC, answers DESC
            """, [.id(survey.conference), .id(participant), .text(survey.wave.rawValue)]
        ).map { row in
            var columns = Columns(row, of: "contact_answers")
            return ContactAnswerRecord(
                survey: SurveyID(conference: try columns.id(), wave: try columns.choice()),
                participant: try columns.id(), responseKey: try columns.blob(), revision: try columns.integer(),
                submittedAt: try columns.instant(), answers: try columns.text())
        }
    }
}
