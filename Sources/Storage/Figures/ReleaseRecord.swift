public import Chronology
public import Registers

/// A frozen set of figures.
public struct ReleaseRecord: Sendable, Hashable {
    public var id: String
    /// `nil` for all boards together.
    public var board: BoardID?
    public var cutAt: Timestamp
    public var isSimulated: Bool
    /// JSON.
    public var figures: String

    public init(id: String, board: BoardID?, cutAt: Timestamp, isSimulated: Bool, figures: String) {
        self.id = id
        self.board = board
        self.cutAt = cutAt
        self.isSimulated = isSimulated
        self.figures = figures
    }
}

/// The table of releases. A release never changes.
public enum ReleaseRecords {
    public static func insert(_ release: ReleaseRecord, in writer: any SQLWriting) throws {
        try writer.execute(
            "INSERT INTO releases (id, board, cut_at, is_simulated, figures) VALUES ($1, $2, $3, $4, $5)",
            [
                .text(release.id), .id(release.board), .instant(release.cutAt), .flag(release.isSimulated),
                .text(release.figures),
            ])
    }

    /// The latest of all boards together, or of one board.
    public static func latest(_ scope: Scope, in reader: any SQLReading) throws -> ReleaseRecord? {
        let owned = scope == .node ? "board IS NULL AND \(scope.owned(by: "board", parameter: 1))" : "board = $1"
        return try reader.query("\(select) WHERE \(owned) ORDER BY cut_at DESC, id DESC LIMIT 1", [scope.value])
            .first.map(record)
    }

    /// `nil` where there is none in the scope; those of all boards together are in the node's.
    public static func find(_ id: String, _ scope: Scope, in reader: any SQLReading) throws -> ReleaseRecord? {
        try reader.query(
            "\(select) WHERE id = $1 AND \(scope.owned(by: "board", parameter: 2))", [.text(id), scope.value]
        ).first.map(record)
    }

    private static let select = "SELECT id, board, cut_at, is_simulated, figures FROM releases"

    private static func record(_ row: SQLRow) throws -> ReleaseRecord {
        var columns = Columns(row, of: "releases")
        return ReleaseRecord(
            id: try columns.text(), board: columns.optionalID(), cutAt: try columns.instant(),
            isSimulated: try columns.flag(), figures: try columns.text())
    }
}
