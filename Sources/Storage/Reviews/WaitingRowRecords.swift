public import Chronology
public import Participants
public import Registers

/// A row of an import that a person has to look at.
public struct WaitingRow: Sendable, Hashable {
    public var importID: ImportID
    public var board: BoardID
    public var conference: ConferenceID
    public var fileName: String
    public var importedAt: Timestamp
    public var line: Int
    /// Whether its own list rejected it.
    public var isRejected: Bool
    public var mergedIntoLine: Int?
    public var warnings: [String]
    /// The headings of the cells.
    public var headings: [String]
    /// What stood in a row that stored nobody; `nil` for others.
    public var cells: [String]?
    public var participant: ParticipantID?
    public var effect: ImportEffect?
}

/// Look-ups of rows that wait for a person, in imports that stand, and what becomes of them.
public enum WaitingRowRecords {
    /// The rows that stored nobody since their address is another's, with those that were merged into one of them; the
    /// earliest import first, in the order of the file.
    ///
    /// - Parameter reasons: of the rows.
    public static func withoutPerson(
        reasons: [String], importID: ImportID? = nil, _ scope: Scope, in reader: any SQLReading
    ) throws -> [WaitingRow] {
        try reader.query(
            """
            \(select) AND \(isWithoutPerson(reasons, importID)) AND \(scope.owned(by: "imports.board", parameter: 1))
            ORDER BY imports.number, line
            """, arguments(reasons, importID, scope)
        ).map(row)
    }

    /// How many rows ``withoutPerson(reasons:importID:_:in:)`` gives.
    public static func countWithoutPerson(
        reasons: [String], importID: ImportID, _ scope: Scope, in reader: any SQLReading
    ) throws -> Int {
        try reader.count(
            """
            SELECT count(*) \(source) AND \(isWithoutPerson(reasons, importID))
                AND \(scope.owned(by: "imports.board", parameter: 1))
            """, arguments(reasons, importID, scope))
    }

    /// The scope is the first parameter; an import, if there is one, the second; and the reasons follow.
    private static func isWithoutPerson(_ reasons: [String], _ importID: ImportID?) -> String {
        let first = importID == nil ? 2 : 3
        let parameters = reasons.indices.map { "$\(first + $0)" }.joined(separator: ", ")
        return "cells IS NOT NULL AND reason IN (\(parameters))" + (importID == nil ? "" : " AND import = $2")
    }

    private static func arguments(_ reasons: [String], _ importID: ImportID?, _ scope: Scope) -> [SQLValue] {
        [scope.value] + (importID.map { [.id($0)] } ?? []) + reasons.map { .text($0) }
    }

    /// The kept rows of people who are stored, with one of the warnings; in the same order.
    public static func withWarning(
        _ warnings: ImportWarnings, _ scope: Scope, in reader: any SQLReading
    ) throws -> [WaitingRow] {
        try reader.query(
            """
            \(select) AND outcome = 'kept' AND participant IS NOT NULL AND warnings LIKE '%municipality%'
                AND \(scope.owned(by: "imports.board", parameter: 1)) ORDER BY imports.number, line
            """, [scope.value]
        ).map(row).filter { !ImportWarnings(names: $0.warnings).isDisjoint(with: warnings) }
    }

    /// A row stops waiting: what it said is dropped, and whom it is about and what it did to them is kept.
    public static func settle(
        _ row: WaitingRow, as person: ParticipantID?, effect: ImportEffect?, in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            UPDATE import_records SET participant = $3, cells = NULL, effect = $4, change = $5
            WHERE import = $1 AND line = $2
            """,
            [
                .id(row.importID), .count(row.line), .id(person), .optional(effect?.word),
                .optional(effect?.change?.json),
            ])
    }

    /// A row gets another reason; what it said stays.
    public static func setReason(_ reason: String, of row: WaitingRow, in writer: any SQLWriting) throws {
        try writer.execute(
            "UPDATE import_records SET reason = $3 WHERE import = $1 AND line = $2",
            [.id(row.importID), .count(row.line), .text(reason)])
    }

    private static let select = """
        SELECT import, imports.board, imports.conference, imports.file_name, imports.imported_at, line,
            outcome, merged_into_line, warnings, headings, cells, participant, effect, change
        \(source)
        """

    private static let source = """
        FROM import_records JOIN imports ON imports.id = import_records.import
        WHERE imports.undone_at IS NULL AND imports.conference IS NOT NULL
        """

    private static func row(_ row: SQLRow) throws -> WaitingRow {
        var columns = Columns(row, of: "import_records")
        return WaitingRow(
            importID: try columns.id(), board: try columns.id(), conference: try columns.id(),
            fileName: try columns.text(), importedAt: try columns.instant(), line: try columns.count(),
            isRejected: try columns.text() == "rejected", mergedIntoLine: columns.optionalInteger().map(Int.init),
            warnings: try columns.texts(),
            headings: try columns.texts(), cells: try columns.optionalTexts(), participant: columns.optionalID(),
            effect: try ImportEffect(word: columns.optionalText(), change: columns.optionalText()))
    }
}
