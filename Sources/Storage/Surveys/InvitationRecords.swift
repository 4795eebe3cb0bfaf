public import Participants
import Registers
public import Surveying

/// The table of invitations.
public enum InvitationRecords {
    /// Invites people; whoever has an invitation to the survey keeps it.
    public static func put(_ invitations: [InvitationRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO invitations (token_hash, conference, wave, participant, created_at)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT (conference, wave, participant) DO NOTHING
            """,
            each: invitations.map { invitation in
                [
                    .blob(invitation.tokenHash.bytes), .id(invitation.survey.conference),
                    .text(invitation.survey.wave.rawValue), .id(invitation.participant),
                    .instant(invitation.createdAt),
                ]
            })
    }

    /// Whose token it is; `nil` for one that was never given.
    public static func invited(_ hash: TokenHash, in reader: any SQLReading) throws -> InvitedParticipant? {
        try invited([hash], in: reader).first ?? nil
    }

    /// As ``invited(_:in:)`` for several, in their order.
    public static func invited(_ hashes: [TokenHash], in reader: any SQLReading) throws -> [InvitedParticipant?] {
        try reader.query(
            """
            SELECT conference, wave, participant, organisation_key, organisation_type
            FROM invitations JOIN participants ON participants.id = invitations.participant WHERE token_hash = $1
            """,
            each: hashes.map { [.blob($0.bytes)] }
        ).map { rows in
            try rows.first.map { row in
                var columns = Columns(row, of: "invitations")
                return InvitedParticipant(
                    survey: SurveyID(conference: try columns.id(), wave: try columns.choice()),
                    participant: try columns.id(), organisationKey: columns.optionalID(),
                    organisationType: try columns.id())
            }
        }
    }

    /// The people who have an invitation to a survey, in the order of their ids.
    public static func participants(of survey: SurveyID, _ scope: Scope, in reader: any SQLReading) throws
        -> [ParticipantID]
    {
        try reader.query(
            """
            SELECT participant FROM invitations JOIN conferences ON conferences.id = invitations.conference
            WHERE conference = $1 AND wave = $2 AND \(scope.owned(by: "board", parameter: 3)) ORDER BY participant
            """, [.id(survey.conference), .text(survey.wave.rawValue), scope.value]
        ).map { row in
            var columns = Columns(row, of: "invitations")
            return try columns.id()
        }
    }

    /// People invited by survey and organisation type.
    public static func tallies(_ scope: Scope, in reader: any SQLReading) throws -> [InvitationTally] {
        try reader.query(
            """
            SELECT conference, wave, organisation_type, count(*) FROM invitations
                JOIN participants ON participants.id = invitations.participant
                JOIN conferences ON conferences.id = invitations.conference
            WHERE \(scope.owned(by: "conferences.board", parameter: 1))
            GROUP BY conference, wave, organisation_type ORDER BY 1, 2, 3
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "invitations")
            return InvitationTally(
                survey: SurveyID(conference: try columns.id(), wave: try columns.choice()),
                organisationType: try columns.id(), people: try columns.count())
        }
    }
}
