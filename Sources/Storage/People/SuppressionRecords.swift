public import Chronology
public import Registers

/// Why no letter goes to an address.
public enum SuppressionReason: String, Sendable, Hashable, CaseIterable {
    case unsubscribed
    case bounced
    case complained
    case erased
    /// A person at the board decided.
    case decided
}

/// The addresses of a board to which no letter goes. An erased person's stands as a keyed hash.
public enum SuppressionRecords {
    /// The first reason stays, unless it is that letters did not arrive: what a person has decided weighs more.
    public static func put(
        addressKey: String, board: BoardID, reason: SuppressionReason, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            INSERT INTO suppressions (board, address_key, reason, created_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (board, address_key) DO UPDATE SET reason = excluded.reason, created_at = excluded.created_at
                WHERE suppressions.reason = 'bounced' AND excluded.reason <> 'bounced'
            """,
            [.id(board), .text(addressKey), .text(reason.rawValue), .instant(now)])
    }

    public static func reason(addressKey: String, board: BoardID, in reader: any SQLReading) throws
        -> SuppressionReason?
    {
        guard
            let row = try reader.query(
                "SELECT reason FROM suppressions WHERE board = $1 AND address_key = $2",
                [.id(board), .text(addressKey)]
            ).first
        else { return nil }
        var columns = Columns(row, of: "suppressions")
        return try columns.choice()
    }

    public static func all(board: BoardID, in reader: any SQLReading) throws -> [String: SuppressionReason] {
        var reasons: [String: SuppressionReason] = [:]
        for row in try reader.query("SELECT address_key, reason FROM suppressions WHERE board = $1", [.id(board)]) {
            var columns = Columns(row, of: "suppressions")
            reasons[try columns.text()] = try columns.choice()
        }
        return reasons
    }

    /// Letters go to the address again. Returns whether it was suppressed.
    @discardableResult
    public static func remove(addressKey: String, board: BoardID, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            "DELETE FROM suppressions WHERE board = $1 AND address_key = $2", [.id(board), .text(addressKey)]) > 0
    }
}
