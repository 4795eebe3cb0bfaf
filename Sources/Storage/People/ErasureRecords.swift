public import Chronology
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
}
