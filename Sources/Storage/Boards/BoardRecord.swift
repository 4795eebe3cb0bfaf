public import Chronology
public import Registers

/// A county administrative board of this node.
public struct BoardRecord: Sendable, Hashable {
    public var id: BoardID
    public var name: String
    public var createdAt: Timestamp

    public init(id: BoardID, name: String, createdAt: Timestamp) {
        self.id = id
        self.name = name
        self.createdAt = createdAt
    }
}

/// The table of boards.
public enum BoardRecords {
    /// Adds boards; one that is already there takes the new name and keeps its time.
    public static func put(_ boards: [BoardRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO boards (id, name, created_at) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name
            """,
            each: boards.map { [.id($0.id), .text($0.name), .instant($0.createdAt)] })
    }

    /// In the order of their ids.
    public static func all(in reader: any SQLReading) throws -> [BoardRecord] {
        try reader.query("SELECT id, name, created_at FROM boards ORDER BY id", []).map { row in
            var columns = Columns(row, of: "boards")
            return BoardRecord(id: try columns.id(), name: try columns.text(), createdAt: try columns.instant())
        }
    }
}
