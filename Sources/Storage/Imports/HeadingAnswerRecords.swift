public import Chronology
public import Participants
public import Registers

/// What a board has said that the headings of one source's lists mean.
public struct HeadingAnswer: Sendable, Hashable {
    public var board: BoardID
    /// SHA-256 of the source's headings in lower-case hex.
    public var source: String
    public var headings: [ImportField: String]
    public var createdAt: Timestamp

    public init(board: BoardID, source: String, headings: [ImportField: String], createdAt: Timestamp) {
        self.board = board
        self.source = source
        self.headings = headings
        self.createdAt = createdAt
    }
}

/// The table of remembered headings.
public enum HeadingAnswerRecords {
    /// Remembers an answer in place of the one that the board gave for the source before.
    public static func put(_ answer: HeadingAnswer, in writer: any SQLWriting) throws {
        try writer.execute(
            "DELETE FROM heading_answers WHERE board = $1 AND source = $2", [.id(answer.board), .text(answer.source)])
        try writer.execute(
            "INSERT INTO heading_answers (board, source, field, heading, created_at) VALUES ($1, $2, $3, $4, $5)",
            each: answer.headings.map { field, heading in
                [
                    .id(answer.board), .text(answer.source), .text(field.rawValue), .text(heading),
                    .instant(answer.createdAt),
                ]
            })
    }

    /// Whether the store has the table: it is of later than the first step.
    public static func areKept(in reader: any SQLReading, dialect: SQLDialect) throws -> Bool {
        try !reader.query(dialect.tableExists, [.text("heading_answers")]).isEmpty
    }

    /// By board and source.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [HeadingAnswer] {
        var answers: [HeadingAnswer] = []
        for row in try reader.query(
            """
            SELECT board, source, field, heading, created_at FROM heading_answers
            WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY board, source, field
            """, [scope.value])
        {
            var columns = Columns(row, of: "heading_answers")
            let (board, source): (BoardID, String) = (try columns.id(), try columns.text())
            let field: ImportField = try columns.choice()
            let heading = try columns.text()
            let time = try columns.instant()
            if let last = answers.last, last.board == board, last.source == source {
                answers[answers.count - 1].headings[field] = heading
            } else {
                answers.append(
                    HeadingAnswer(board: board, source: source, headings: [field: heading], createdAt: time))
            }
        }
        return answers
    }

    /// Returns whether there was an answer for the source in the scope.
    @discardableResult
    public static func remove(source: String, _ scope: Scope, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            "DELETE FROM heading_answers WHERE source = $1 AND \(scope.owned(by: "board", parameter: 2))",
            [.text(source), scope.value]) > 0
    }
}
