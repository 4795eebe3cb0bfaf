public import Chronology
public import Registers

/// A person who works for a board with this node.
public struct UserRecord: Sendable, Hashable {
    public var id: UserID
    public var board: BoardID
    public var email: String
    public var name: String
    public var createdAt: Timestamp
    public var disabledAt: Timestamp?

    public init(
        id: UserID, board: BoardID, email: String, name: String, createdAt: Timestamp, disabledAt: Timestamp? = nil
    ) {
        self.id = id
        self.board = board
        self.email = email
        self.name = name
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }
}

/// What a user may do at a board.
public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Sees and changes one board's conferences, people and letters.
    case communicator
    /// Sees figures of every board.
    case coordinator
    /// Reads one board's figures.
    case reader
}

/// The tables of users and of their roles.
public enum UserRecords {
    public static func insert(_ user: UserRecord, in writer: any SQLWriting) throws {
        try writer.execute(
            "INSERT INTO users (id, board, email, name, created_at, disabled_at) VALUES ($1, $2, $3, $4, $5, $6)",
            [
                .id(user.id), .id(user.board), .text(user.email), .text(user.name), .instant(user.createdAt),
                .instant(user.disabledAt),
            ])
    }

    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [UserRecord] {
        try reader.query(
            """
            SELECT id, board, email, name, created_at, disabled_at FROM users
            WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY id
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "users")
            return UserRecord(
                id: try columns.id(), board: try columns.id(), email: try columns.text(), name: try columns.text(),
                createdAt: try columns.instant(), disabledAt: columns.optionalInstant())
        }
    }

    public static func grant(
        _ role: Role, to user: UserID, at board: BoardID, now: Timestamp, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            INSERT INTO roles ("user", board, role, granted_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT ("user", board, role) DO NOTHING
            """,
            [.id(user), .id(board), .text(role.rawValue), .instant(now)])
    }

    /// The roles of a user by board; empty for a user who is not there.
    public static func roles(of user: UserID, in reader: any SQLReading) throws -> [BoardID: Set<Role>] {
        var roles: [BoardID: Set<Role>] = [:]
        for row in try reader.query(#"SELECT board, role FROM roles WHERE "user" = $1"#, [.id(user)]) {
            var columns = Columns(row, of: "roles")
            let board: BoardID = try columns.id()
            roles[board, default: []].insert(try columns.choice())
        }
        return roles
    }
}
