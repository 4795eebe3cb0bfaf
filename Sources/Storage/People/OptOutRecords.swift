public import Chronology
public import Participants
public import Registers

/// The streams of letters that addresses of a board do without. Opting out of all is a suppression: see
/// ``SuppressionRecords``.
public enum OptOutRecords {
    /// Once for each address and stream; the first time stays.
    public static func put(
        _ stream: OptOutStream, addressKey: String, board: BoardID, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        guard stream != .all else {
            return try SuppressionRecords.put(
                addressKey: addressKey, board: board, reason: .unsubscribed, at: now, in: writer)
        }
        try writer.execute(
            """
            INSERT INTO opt_outs (board, address_key, stream, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (board, address_key, stream) DO NOTHING
            """,
            [.id(board), .text(addressKey), .text(stream.rawValue), .instant(now)])
    }

    /// By address key; opting out of all is not among them.
    public static func all(board: BoardID, in reader: any SQLReading) throws -> [String: Set<OptOutStream>] {
        var streams: [String: Set<OptOutStream>] = [:]
        for row in try reader.query("SELECT address_key, stream FROM opt_outs WHERE board = $1", [.id(board)]) {
            var columns = Columns(row, of: "opt_outs")
            streams[try columns.text(), default: []].insert(try columns.choice())
        }
        return streams
    }

    public static func streams(addressKey: String, board: BoardID, in reader: any SQLReading) throws
        -> Set<OptOutStream>
    {
        try Set(
            reader.query(
                "SELECT stream FROM opt_outs WHERE board = $1 AND address_key = $2",
                [.id(board), .text(addressKey)]
            ).map { row in
                var columns = Columns(row, of: "opt_outs")
                return try columns.choice()
            })
    }

    /// The address gets the stream's letters again. Returns whether it did without.
    @discardableResult
    public static func remove(
        _ stream: OptOutStream, addressKey: String, board: BoardID, in writer: any SQLWriting
    ) throws -> Bool {
        try writer.execute(
            "DELETE FROM opt_outs WHERE board = $1 AND address_key = $2 AND stream = $3",
            [.id(board), .text(addressKey), .text(stream.rawValue)]) > 0
    }
}
