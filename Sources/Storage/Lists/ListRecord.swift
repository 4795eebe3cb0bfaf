public import Chronology
public import Registers

/// A list that a communicator has named: its condition, and nobody's name.
public struct ListRecord: Sendable, Hashable {
    /// Unique in the node.
    public var name: String
    /// Whose people it takes; `nil` for those of all boards.
    public var board: BoardID?
    /// As it was written.
    public var condition: String
    public var createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(name: String, board: BoardID?, condition: String, createdAt: Timestamp, updatedAt: Timestamp) {
        self.name = name
        self.board = board
        self.condition = condition
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    public var scope: Scope { board.map(Scope.board) ?? .node }
}

/// The table of lists. A board sees its own.
public enum ListRecords {
    /// Adds a list. Returns false, and changes nothing, where the name is taken.
    public static func insert(_ list: ListRecord, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            """
            INSERT INTO lists (name, board, condition, created_at, updated_at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (name) DO NOTHING
            """,
            [
                .text(list.name), .id(list.board), .text(list.condition), .instant(list.createdAt),
                .instant(list.updatedAt),
            ]) > 0
    }

    /// Gives a list another condition. Returns false where the scope has none of the name.
    public static func setCondition(
        _ condition: String, of name: String, _ scope: Scope, at now: Timestamp, in writer: any SQLWriting
    ) throws -> Bool {
        try writer.execute(
            """
            UPDATE lists SET condition = $1, updated_at = $2
            WHERE name = $3 AND \(scope.owned(by: "board", parameter: 4))
            """,
            [.text(condition), .instant(now), .text(name), scope.value]) > 0
    }

    /// Returns whether there was one.
    public static func remove(_ name: String, _ scope: Scope, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            "DELETE FROM lists WHERE name = $1 AND \(scope.owned(by: "board", parameter: 2))",
            [.text(name), scope.value]) > 0
    }

    /// In the order of their names.
    public static func all(_ scope: Scope, in reader: any SQLReading) throws -> [ListRecord] {
        try reader.query(
            """
            SELECT name, board, condition, created_at, updated_at FROM lists
            WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY name
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "lists")
            return ListRecord(
                name: try columns.text(), board: columns.optionalID(), condition: try columns.text(),
                createdAt: try columns.instant(), updatedAt: try columns.instant())
        }
    }
}
