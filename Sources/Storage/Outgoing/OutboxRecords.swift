public import Chronology

/// The durable queue of outgoing events.
public enum OutboxRecords {
    public static func insert(_ events: [OutboxRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO outbox (\(columnNames)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            each: events.map { event in
                [
                    .text(event.id), .text(event.endpoint), .text(event.type), .optional(event.response?.source),
                    .optional(event.response?.id), event.revision.map(SQLValue.integer) ?? .null,
                    .optional(event.body), .instant(event.createdAt), .count(event.attempts),
                    .instant(event.nextAttemptAt), .text(event.state.rawValue), .optional(event.lastCode),
                    .optional(event.lastError),
                ]
            })
    }

    /// An endpoint's events whose next attempt is due, the longest waiting first.
    public static func due(
        endpoint: String, at now: Timestamp, limit: Int, in reader: any SQLReading
    ) throws -> [OutboxRecord] {
        try reader.query(
            """
            \(select) WHERE endpoint = $1 AND next_attempt_at IS NOT NULL AND next_attempt_at <= $2
            ORDER BY next_attempt_at, id LIMIT $3
            """, [.text(endpoint), .instant(now), .count(limit)]
        ).map(record)
    }

    /// Writes what an attempt came to: attempts, next attempt, state, code and error of each event.
    public static func update(_ events: [OutboxRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            UPDATE outbox SET attempts = $2, next_attempt_at = $3, state = $4, last_code = $5, last_error = $6
            WHERE id = $1
            """,
            each: events.map { event in
                [
                    .text(event.id), .count(event.attempts), .instant(event.nextAttemptAt),
                    .text(event.state.rawValue), .optional(event.lastCode), .optional(event.lastError),
                ]
            })
    }

    /// Events in a state, oldest first.
    public static func list(state: OutboxRecord.State, limit: Int, in reader: any SQLReading) throws
        -> [OutboxRecord]
    {
        try reader.query(
            "\(select) WHERE state = $1 ORDER BY id LIMIT $2", [.text(state.rawValue), .count(limit)]
        ).map(record)
    }

    public static func counts(in reader: any SQLReading) throws -> [OutboxRecord.State: Int] {
        var counts: [OutboxRecord.State: Int] = [:]
        for row in try reader.query("SELECT state, count(*) FROM outbox GROUP BY state", []) {
            var columns = Columns(row, of: "outbox")
            counts[try columns.choice()] = try columns.count()
        }
        return counts
    }

    private static let columnNames = """
        id, endpoint, type, source, response, revision, body, created_at, attempts, next_attempt_at, state,
            last_code, last_error
        """
    private static let select = "SELECT \(columnNames) FROM outbox"

    private static func record(_ row: SQLRow) throws -> OutboxRecord {
        var columns = Columns(row, of: "outbox")
        let id = try columns.text()
        let endpoint = try columns.text()
        let type = try columns.text()
        let source = columns.optionalText()
        let response = columns.optionalText()
        var key: ResponseKey?
        if let source, let response { key = ResponseKey(source: source, id: response) }
        return OutboxRecord(
            id: id, endpoint: endpoint, type: type, response: key, revision: columns.optionalInteger(),
            body: columns.optionalBlob(), createdAt: try columns.instant(), attempts: try columns.count(),
            nextAttemptAt: columns.optionalInstant(), state: try columns.choice(),
            lastCode: columns.optionalInteger().map(Int.init), lastError: columns.optionalText())
    }
}
