import Participants
public import Registers

/// The table of decisions about conflicts.
public enum ReviewDecisionRecords {
    /// The word of the decision that two people are one: neither can be told apart again.
    public static let mergedWord = "merge"

    /// Remembers a decision, numbered after all others. A second one about the same conflict is an error.
    public static func insert(_ decision: ReviewDecisionRecord, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO review_decisions (board, key, kind, decision, municipality, participant, import, former,
                "user", decided_at, number, latest_import)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                (SELECT COALESCE(max(number), 0) + 1 FROM review_decisions),
                (SELECT COALESCE(max(number), 0) FROM imports))
            """,
            [
                .id(decision.board), .text(decision.key), .text(decision.kind), .text(decision.decision),
                .id(decision.municipality), .id(decision.participant), .id(decision.importID),
                .optional(decision.former?.json), .id(decision.user), .instant(decision.decidedAt),
            ])
    }

    /// In the order in which they were made.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [ReviewDecisionRecord] {
        try reader.query(
            "\(select) WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY number", [scope.value]
        ).map(record)
    }

    public static func find(_ key: String, board: BoardID, in reader: any SQLReading) throws
        -> ReviewDecisionRecord?
    {
        try reader.query("\(select) WHERE board = $1 AND key = $2", [.id(board), .text(key)]).first.map(record)
    }

    /// Forgets what was decided about the conflicts with the keys.
    public static func remove(_ keys: [String], board: BoardID, in writer: any SQLWriting) throws {
        try writer.execute(
            "DELETE FROM review_decisions WHERE board = $1 AND key = $2", each: keys.map { [.id(board), .text($0)] })
    }

    /// Gives decisions the keys that their conflicts have now; one whose new key is taken stays.
    public static func rekey(
        _ keys: [(former: String, key: String)], board: BoardID, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            UPDATE review_decisions SET key = $3 WHERE board = $1 AND key = $2
                AND NOT EXISTS (SELECT 1 FROM review_decisions other WHERE other.board = $1 AND other.key = $3)
            """, each: keys.map { [.id(board), .text($0.former), .text($0.key)] })
    }

    /// The decisions about an import's rows, the latest first.
    static func list(of id: ImportID, in reader: any SQLReading) throws -> [ReviewDecisionRecord] {
        try reader.query("\(select) WHERE import = $1 ORDER BY number DESC", [.id(id)]).map(record)
    }

    private static let select = """
        SELECT board, key, kind, decision, municipality, participant, import, former, "user", decided_at
        FROM review_decisions
        """

    private static func record(_ row: SQLRow) throws -> ReviewDecisionRecord {
        var columns = Columns(row, of: "review_decisions")
        return ReviewDecisionRecord(
            board: try columns.id(), key: try columns.text(), kind: try columns.text(), decision: try columns.text(),
            municipality: columns.optionalID(), participant: columns.optionalID(), importID: columns.optionalID(),
            former: columns.optionalText().flatMap(ReviewDecisionRecord.FormerValues.init(json:)),
            user: columns.optionalID(), decidedAt: try columns.instant())
    }
}

extension ReviewDecisionRecords {
    /// Takes back what decisions about an import's rows replaced, and forgets these decisions.
    static func takeBack(of id: ImportID, in writer: any SQLWriting) throws {
        for decision in try list(of: id, in: writer) {
            guard let person = decision.participant, let former = decision.former else { continue }
            if let name = former.name {
                try writer.execute("UPDATE participants SET name = $2 WHERE id = $1", [.id(person), .text(name)])
            }
            if let place = former.place {
                try writer.execute(
                    "UPDATE participants SET municipality = $2, county = $3 WHERE id = $1",
                    [.id(person), .id(place.municipality), .id(place.county)])
            }
        }
        try writer.execute("DELETE FROM review_decisions WHERE import = $1", [.id(id)])
        for table in ["import_municipalities", "import_municipality_texts"] {
            try writer.execute("DELETE FROM \(table) WHERE import = $1", [.id(id)])
        }
    }

    /// How many people a decision about another import, or about two people, has bound to this import: they were
    /// merged with somebody since, or somebody from another import shares their address.
    static func countBound(to id: ImportID, in reader: any SQLReading) throws -> Int {
        try reader.count(
            """
            SELECT count(*) FROM (
                SELECT import_records.participant FROM import_records
                    JOIN imports ON imports.id = import_records.import
                    JOIN review_decisions ON review_decisions.participant = import_records.participant
                WHERE import_records.import = $1 AND review_decisions.decision = '\(mergedWord)'
                    AND imports.number <= review_decisions.latest_import
                UNION
                SELECT mine.id FROM participants other
                    JOIN participants mine ON mine.board = other.board
                        AND mine.email_key = rtrim(rtrim(other.email_key, '0123456789'), '#')
                WHERE other.email_key LIKE '%#%' AND mine.id IN (\(ImportRecords.new)) AND other.id NOT IN (\(ImportRecords.new))
            ) AS bound
            """, [.id(id)])
    }
}
