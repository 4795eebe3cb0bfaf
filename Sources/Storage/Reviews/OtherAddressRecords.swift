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

    /// The stored address of whoever has one of the keys as another; keys that are nobody's other are left out.
    public static func addresses(of keys: [String], board: BoardID, in reader: any SQLReading) throws
        -> [String: EmailAddress]
    {
        guard try areThere(board: board, in: reader) else { return [:] }
        let found = try reader.query(
            """
            SELECT email, participants.email_key FROM participant_addresses
                JOIN participants ON participants.id = participant_addresses.participant
            WHERE participant_addresses.board = $1 AND participant_addresses.email_key = $2
            """, each: keys.map { [.id(board), .text($0)] })
        var addresses: [String: EmailAddress] = [:]
        for (key, rows) in zip(keys, found) {
            guard let row = rows.first else { continue }
            var columns = Columns(row, of: "participant_addresses")
            addresses[key] = EmailAddress(text: try columns.text(), key: try columns.text())
        }
        return addresses
    }

    /// Whether anybody of a board has another address.
    static func areThere(board: BoardID, in reader: any SQLReading) throws -> Bool {
        try !reader.query("SELECT 1 FROM participant_addresses WHERE board = $1 LIMIT 1", [.id(board)]).isEmpty
    }
}

extension ParticipantRecords {
    /// Everybody of a board who has an address: by its own key, by a number after it, or as another of theirs; in the
    /// order of the numbers, those who have it as another last.
    public static func sharing(_ addressKey: String, board: BoardID, in reader: any SQLReading) throws
        -> [ParticipantRecord]
    {
        let keys = SharedAddress.emailKeys(of: addressKey)
        let parameters = keys.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        let own = try reader.query(
            "\(select) WHERE board = $1 AND email_key IN (\(parameters))",
            [.id(board)] + keys.map { .text($0) }
        ).map(record)
        let places = Dictionary(zip(keys, 0...)) { first, _ in first }
        let inOrder = own.sorted { (places[$0.emailKey] ?? 0) < (places[$1.emailKey] ?? 0) }
        guard try OtherAddressRecords.areThere(board: board, in: reader) else { return inOrder }
        let other = try reader.query(
            """
            \(select) WHERE id IN (SELECT participant FROM participant_addresses WHERE board = $1 AND email_key = $2)
            """, each: keys.map { [.id(board), .text($0)] })
        return try inOrder + other.flatMap { try $0.map(record) }
    }

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
