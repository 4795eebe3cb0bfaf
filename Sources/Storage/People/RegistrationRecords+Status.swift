public import Chronology
public import Participants
public import Registers

/// How a person of a board stands at a conference.
public struct RegistrationStanding: Sendable, Hashable {
    public var participant: ParticipantID
    public var name: String
    public var status: RegistrationStatus
    public var updatedAt: Timestamp

    public init(participant: ParticipantID, name: String, status: RegistrationStatus, updatedAt: Timestamp) {
        self.participant = participant
        self.name = name
        self.status = status
        self.updatedAt = updatedAt
    }
}

extension RegistrationRecords {
    /// Those who are cancelled at a conference, with when they became so.
    public static func cancelled(conference: ConferenceID, in reader: any SQLReading) throws
        -> [ParticipantID: Timestamp]
    {
        var cancelled: [ParticipantID: Timestamp] = [:]
        for row in try reader.query(
            "SELECT participant, updated_at FROM registrations WHERE conference = $1 AND status = $2",
            [.id(conference), .text(RegistrationStatus.cancelled.rawValue)])
        {
            var columns = Columns(row, of: "registrations")
            cancelled[try columns.id()] = try columns.instant()
        }
        return cancelled
    }

    /// When somebody became cancelled at a conference; `nil` for whoever is not.
    public static func cancelledAt(
        _ participant: ParticipantID, conference: ConferenceID, in reader: any SQLReading
    ) throws -> Timestamp? {
        try reader.query(
            "SELECT updated_at FROM registrations WHERE conference = $1 AND participant = $2 AND status = $3",
            [.id(conference), .id(participant), .text(RegistrationStatus.cancelled.rawValue)]
        ).first.map { row in
            var columns = Columns(row, of: "registrations")
            return try columns.instant()
        }
    }

    /// How the people of a board who have the address keys stand at a conference, in the order of the keys; `nil`
    /// where nobody has the key or they are not registered.
    public static func standings(
        byEmailKey keys: [String], board: BoardID, conference: ConferenceID, in reader: any SQLReading
    ) throws -> [RegistrationStanding?] {
        try reader.query(
            """
            SELECT participants.id, name, status, registrations.updated_at
            FROM participants JOIN registrations ON registrations.participant = participants.id
            WHERE board = $1 AND email_key = $2 AND conference = $3
            """, each: keys.map { [.id(board), .text($0), .id(conference)] }
        ).map { rows in
            try rows.first.map { row in
                var columns = Columns(row, of: "registrations")
                return RegistrationStanding(
                    participant: try columns.id(), name: try columns.text(), status: try columns.choice(),
                    updatedAt: try columns.instant())
            }
        }
    }

    /// Changes a status that is still what it was.
    ///
    /// - Returns: whether it was, and so changed.
    public static func change(
        _ participant: ParticipantID, from former: RegistrationStatus, to status: RegistrationStatus,
        conference: ConferenceID, at now: Timestamp, in writer: any SQLWriting
    ) throws -> Bool {
        try writer.execute(
            """
            UPDATE registrations SET status = $1, updated_at = $2
            WHERE conference = $3 AND participant = $4 AND status = $5
            """,
            [
                .text(status.rawValue), .instant(now), .id(conference), .id(participant), .text(former.rawValue),
            ]) > 0
    }
}
