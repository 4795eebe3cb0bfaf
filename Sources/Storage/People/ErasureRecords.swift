public import Chronology
public import Participants
public import Registers

/// The addresses of erased people as keyed hashes: enough to refuse them in a later list, and nothing to find them by
/// without the key.
public enum ErasureRecords {
    /// The first decision stays.
    public static func put(
        addressHash: [UInt8], board: BoardID, decision: String, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            INSERT INTO erasures (board, address_hash, decision, erased_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (board, address_hash) DO NOTHING
            """,
            [.id(board), .blob(addressHash), .text(decision), .instant(now)])
    }

    /// All of a board's: few, and held together while a list is read.
    public static func hashes(board: BoardID, in reader: any SQLReading) throws -> Set<[UInt8]> {
        try Set(
            reader.query("SELECT address_hash FROM erasures WHERE board = $1", [.id(board)]).map { row in
                var columns = Columns(row, of: "erasures")
                return try columns.blob()
            })
    }

    public static func count(_ scope: Scope, in reader: any SQLReading) throws -> Int {
        try reader.count(
            "SELECT count(*) FROM erasures WHERE \(scope.owned(by: "board", parameter: 1))", [scope.value])
    }

    /// Letters stay, as counts need them, without address, reply and recipient; one that others share the address of
    /// becomes theirs. Returns how many they were.
    public static func forgetLetters(of person: ParticipantID, in writer: any SQLWriting) throws -> Int {
        let shared = try writer.execute(
            """
            UPDATE letters SET participant = (SELECT min(participant) FROM letter_people
                WHERE letter = letters.id AND participant <> $1)
            WHERE participant = $1
                AND EXISTS (SELECT 1 FROM letter_people WHERE letter = letters.id AND participant <> $1)
            """, [.id(person)])
        let own = try writer.execute(
            """
            UPDATE letters SET address = '', address_key = 'erased:' || id, reply = NULL, participant = NULL
            WHERE participant = $1
            """, [.id(person)])
        return shared + own
    }

    /// The ids of the letters that name a person, alone or with those who share their address.
    public static func messageIDs(of person: ParticipantID, in reader: any SQLReading) throws -> [String] {
        try reader.query(
            """
            SELECT message_id FROM letters
            WHERE participant = $1 OR id IN (SELECT letter FROM letter_people WHERE participant = $1)
            ORDER BY message_id
            """, [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "letters")
            return try columns.text()
        }
    }

    /// Gives the first person's key to the next of those who share an address, when the first is gone.
    ///
    /// - Parameter keys: the address key, and those of people who share it, in their order.
    public static func closeGap(_ keys: [String], board: BoardID, in writer: any SQLWriting) throws {
        guard let first = keys.first,
            let next = try keys.lazy.first(where: {
                try ParticipantRecords.find(emailKey: $0, board: board, in: writer) != nil
            }), next != first
        else { return }
        try writer.execute(
            "UPDATE participants SET email_key = $1 WHERE board = $2 AND email_key = $3",
            [.text(first), .id(board), .text(next)])
    }

    /// A row of a list that waits for a person.
    public struct WaitingRow: Sendable, Hashable {
        public var importID: ImportID
        public var fileName: String
        public var line: Int
        public var headings: [String]
        public var cells: [String]
    }

    /// The waiting rows of a board, the earliest import first, in the order of its file.
    public static func waitingRows(board: BoardID, in reader: any SQLReading) throws -> [WaitingRow] {
        try reader.query(
            """
            SELECT import, file_name, line, headings, cells
            FROM import_records JOIN imports ON imports.id = import_records.import
            WHERE board = $1 AND cells IS NOT NULL ORDER BY number, line
            """, [.id(board)]
        ).map { row in
            var columns = Columns(row, of: "import_records")
            return WaitingRow(
                importID: try columns.id(), fileName: try columns.text(), line: try columns.count(),
                headings: try columns.texts(), cells: try columns.texts())
        }
    }

    /// What the rows said goes; that they were there stays.
    public static func emptyRows(_ rows: [WaitingRow], in writer: any SQLWriting) throws {
        try writer.execute(
            "UPDATE import_records SET cells = NULL WHERE import = $1 AND line = $2",
            each: rows.map { [.id($0.importID), .count($0.line)] })
    }

    /// The person goes, and with them registrations, links and what was said by name.
    public static func removePerson(_ person: ParticipantID, in writer: any SQLWriting) throws {
        try ImportMunicipalityRecords.forgetTexts(of: person, in: writer)
        try writer.execute("DELETE FROM participants WHERE id = $1", [.id(person)])
    }
}
