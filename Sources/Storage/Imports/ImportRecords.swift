import Participants
public import Registers

/// The tables of imports and of their lines.
public enum ImportRecords {
    /// Adds an import, numbered after all others.
    public static func insert(_ record: ImportRecord, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO imports (id, board, conference, file_name, digest, headings, records, kept, merged, rejected,
                skipped, imported_at, undone_at, number)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
                (SELECT COALESCE(max(number), 0) + 1 FROM imports))
            """,
            [
                .id(record.id), .id(record.board), .id(record.conference), .text(record.fileName),
                .text(record.digest), .texts(record.headings), .count(record.records), .count(record.kept),
                .count(record.merged), .count(record.rejected), .count(record.skipped), .instant(record.importedAt),
                .instant(record.undoneAt),
            ])
    }

    /// Adds lines to an import that is there; in several transactions if there are many.
    public static func insert(_ lines: [ImportLineRecord], of id: ImportID, in writer: any SQLWriting) throws {
        try insert(rows(of: lines, of: id), in: writer)
    }

    /// The rows of lines for ``insert(_:in:)``, made before they are written, in the order of the lines: their index is
    /// walked once.
    public static func rows(of lines: [ImportLineRecord], of id: ImportID) -> InsertedRows {
        let numbers = lines.map(\.line)
        return insertion.rows(of: numbers.indices.sorted { numbers[$0] < numbers[$1] }) { place, values in
            values.append(.id(id))
            values.append(.count(lines[place].line))
            values.append(.count(lines[place].endLine))
            values.append(.text(lines[place].outcome))
            values.append(.optional(lines[place].reason))
            values.append(.optional(lines[place].mergedIntoLine))
            values.append(.id(lines[place].participant))
            values.append(.texts(lines[place].warnings))
            values.append(.texts(lines[place].cells))
            values.append(.optional(lines[place].effect?.word))
            values.append(.optional(lines[place].effect?.change?.json))
        }
    }

    /// Adds lines whose rows are made.
    public static func insert(_ rows: InsertedRows, in writer: any SQLWriting) throws {
        try insertion.run(rows, in: writer)
    }

    private static let insertion = RowInsertion(
        """
        INSERT INTO import_records (import, line, end_line, outcome, reason, merged_into_line, participant, warnings,
            cells, effect, change)
        """, columns: 11)

    /// Whether an import is there and not undone, with its conference and board.
    public static func stands(_ id: ImportID, of conference: ConferenceID, in reader: any SQLReading) throws -> Bool {
        try !reader.query(
            """
            SELECT 1 FROM imports JOIN conferences ON conferences.id = imports.conference
                JOIN boards ON boards.id = imports.board
            WHERE imports.id = $1 AND imports.undone_at IS NULL AND conferences.id = $2
                AND conferences.board = boards.id
            """, [.id(id), .id(conference)]
        ).isEmpty
    }

    /// Newest first.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [ImportRecord] {
        try reader.query(
            """
            SELECT id, board, conference, file_name, digest, headings, records, kept, merged, rejected, skipped,
                imported_at, undone_at
            FROM imports WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY number DESC, id
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "imports")
            return ImportRecord(
                id: try columns.id(), board: try columns.id(), conference: columns.optionalID(),
                fileName: try columns.text(), digest: try columns.text(), headings: try columns.texts(),
                records: try columns.count(), kept: try columns.count(), merged: try columns.count(),
                rejected: try columns.count(), skipped: try columns.count(), importedAt: try columns.instant(),
                undoneAt: columns.optionalInstant())
        }
    }

    /// In the order of the file.
    public static func lines(of id: ImportID, _ scope: Scope, in reader: any SQLReading) throws
        -> [ImportLineRecord]
    {
        try reader.query(
            """
            SELECT line, end_line, outcome, reason, merged_into_line, participant, warnings, cells, effect, change
            FROM import_records JOIN imports ON imports.id = import_records.import
            WHERE import = $1 AND \(scope.owned(by: "board", parameter: 2)) ORDER BY line
            """, [.id(id), scope.value]
        ).map { row in
            var columns = Columns(row, of: "import_records")
            return ImportLineRecord(
                line: try columns.count(), endLine: try columns.count(), outcome: try columns.text(),
                reason: columns.optionalText(), mergedIntoLine: columns.optionalInteger().map(Int.init),
                participant: columns.optionalID(), warnings: try columns.texts(), cells: try columns.optionalTexts(),
                effect: try ImportEffect(word: columns.optionalText(), change: columns.optionalText()))
        }
    }
}
