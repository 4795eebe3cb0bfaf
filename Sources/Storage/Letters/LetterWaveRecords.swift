public import Registers
import Surveying

/// The table of waves of letters.
public enum LetterWaveRecords {
    /// Plans a wave; a second one of the same name at the conference is an error.
    public static func insert(_ wave: LetterWaveRecord, in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO letter_waves (\(columnNames)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, values(wave))
    }

    /// Replaces all but the owner, the conference and the name. Returns whether the wave is there.
    @discardableResult
    public static func update(_ wave: LetterWaveRecord, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            """
            UPDATE letter_waves SET survey_wave = $2, template_digest = $3, state = $4, send_at = $5,
                expires_at = $6, frozen_at = $7, recipients = $8 WHERE id = $1
            """,
            [
                .id(wave.id), .optional(wave.surveyWave?.rawValue), .text(wave.templateDigest), .text(wave.state),
                .instant(wave.sendAt), .instant(wave.expiresAt), .instant(wave.frozenAt), .count(wave.recipients),
            ]) > 0
    }

    public static func find(_ id: LetterWaveID, _ scope: Scope, in reader: any SQLReading) throws
        -> LetterWaveRecord?
    {
        try reader.query(
            "\(select) WHERE id = $1 AND \(scope.owned(by: "board", parameter: 2))", [.id(id), scope.value]
        ).first.map(record)
    }

    public static func find(
        name: String, conference: ConferenceID, _ scope: Scope, in reader: any SQLReading
    ) throws -> LetterWaveRecord? {
        try reader.query(
            "\(select) WHERE conference = $1 AND name = $2 AND \(scope.owned(by: "board", parameter: 3))",
            [.id(conference), .text(name), scope.value]
        ).first.map(record)
    }

    /// In the order in which they are to be sent.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [LetterWaveRecord] {
        try reader.query(
            "\(select) WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY send_at, id", [scope.value]
        ).map(record)
    }

    private static let columnNames = """
        id, board, conference, name, survey_wave, template_digest, state, send_at, expires_at, frozen_at, recipients,
            list
        """
    private static let select = "SELECT \(columnNames) FROM letter_waves"

    private static func values(_ wave: LetterWaveRecord) -> [SQLValue] {
        [
            .id(wave.id), .id(wave.board), .id(wave.conference), .text(wave.name),
            .optional(wave.surveyWave?.rawValue), .text(wave.templateDigest), .text(wave.state),
            .instant(wave.sendAt), .instant(wave.expiresAt), .instant(wave.frozenAt), .count(wave.recipients),
            .optional(wave.list),
        ]
    }

    private static func record(_ row: SQLRow) throws -> LetterWaveRecord {
        var columns = Columns(row, of: "letter_waves")
        return LetterWaveRecord(
            id: try columns.id(), board: try columns.id(), conference: try columns.id(), name: try columns.text(),
            surveyWave: try columns.optionalChoice(), templateDigest: try columns.text(), state: try columns.text(),
            sendAt: try columns.instant(), expiresAt: try columns.instant(), frozenAt: columns.optionalInstant(),
            recipients: try columns.count(), list: columns.optionalText())
    }
}
