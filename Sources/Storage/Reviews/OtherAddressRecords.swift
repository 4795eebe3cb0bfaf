public import Chronology
public import Participants
public import Registers

/// Addresses that were found to be somebody's who is stored with another.
public enum OtherAddressRecords {
    /// A person takes an address over, with those that whoever had it had.
    public static func put(
        _ emailKey: String, of person: ParticipantID, board: BoardID, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            INSERT INTO participant_addresses (board, email_key, participant, added_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (board, email_key) DO UPDATE SET participant = excluded.participant
            """, [.id(board), .text(emailKey), .id(person), .instant(now)])
    }
}

extension ParticipantRecords {
    /// Everybody of a board, in the order in which they were stored: those of one list as they stood in it.
    public static func list(board: BoardID, in reader: any SQLReading) throws -> [ParticipantRecord] {
        try reader.query(
            """
            \(select) WHERE board = $1 ORDER BY created_at,
                (SELECT min(line) FROM import_records WHERE participant = participants.id AND effect = 'new'), id
            """, [.id(board)]
        ).map(record)
    }

    /// Replaces what is known of a person beside their address. Returns whether they are there.
    @discardableResult
    public static func update(_ person: ParticipantRecord, in writer: any SQLWriting) throws -> Bool {
        if person.municipality != nil { try ImportMunicipalityRecords.forgetTexts(of: person.id, in: writer) }
        return try writer.execute(
            """
            UPDATE participants SET name = $2, municipality = $3, county = $4, organisation_key = $5,
                organisation_name = $6, organisation_type = $7, role = $8, updated_at = $9 WHERE id = $1
            """,
            [
                .id(person.id), .text(person.name), .id(person.municipality), .id(person.county),
                .id(person.organisationKey), .optional(person.organisationName), .id(person.organisationType),
                .optional(person.role), .instant(person.updatedAt),
            ]) > 0
    }
}
