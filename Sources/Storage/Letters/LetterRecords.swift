public import Chronology
import Registers

/// The ledger: a row for each letter, written before it is sent.
public enum LetterRecords {
    /// Puts letters in the queue. A second letter to an address or a person of the wave is an error.
    public static func insert(_ letters: [LetterRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO letters (\(columnNames))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """, each: letters.map(values))
    }

    /// Takes a step if the letter still is in the state the step starts from. Returns whether it was.
    @discardableResult
    public static func take(_ step: LetterTransition, in writer: any SQLWriting) throws -> Bool {
        try writer.execute(
            """
            UPDATE letters SET state = $3, attempts = $4, next_attempt_at = $5, reply_code = $6, reply = $7,
                attempted_at = COALESCE($8, attempted_at), done_at = $9 WHERE id = $1 AND state = $2
            """,
            [
                .id(step.id), .text(step.from), .text(step.to), .count(step.attempts), .instant(step.nextAttemptAt),
                .optional(step.replyCode), .optional(step.reply), .instant(step.attemptedAt), .instant(step.doneAt),
            ]) > 0
    }

    /// Moves every letter of the wave from one state to another, as after a crash. Returns how many there were.
    @discardableResult
    public static func moveAll(
        of wave: LetterWaveID, from: String, to: String, at now: Timestamp, in writer: any SQLWriting
    ) throws -> Int {
        try writer.execute(
            "UPDATE letters SET state = $3, next_attempt_at = NULL, done_at = $4 WHERE wave = $1 AND state = $2",
            [.id(wave), .text(from), .text(to), .instant(now)])
    }

    /// Letters whose next attempt is due, the longest waiting first.
    public static func due(
        wave: LetterWaveID, at now: Timestamp, limit: Int, in reader: any SQLReading
    ) throws -> [LetterRecord] {
        try reader.query(
            """
            \(select) WHERE wave = $1 AND next_attempt_at IS NOT NULL AND next_attempt_at <= $2
            ORDER BY next_attempt_at, id LIMIT $3
            """, [.id(wave), .instant(now), .count(limit)]
        ).map(record)
    }

    /// When the next letter of the wave is due; `nil` where none is left to attempt.
    public static func nextAttempt(wave: LetterWaveID, in reader: any SQLReading) throws -> Timestamp? {
        try reader.query(
            "SELECT min(next_attempt_at) FROM letters WHERE wave = $1 AND next_attempt_at IS NOT NULL", [.id(wave)]
        ).first?.integer(0).map(Timestamp.init(microseconds:))
    }

    /// A wave's letters in the order of their ids.
    public static func list(wave: LetterWaveID, in reader: any SQLReading) throws -> [LetterRecord] {
        try reader.query("\(select) WHERE wave = $1 ORDER BY id", [.id(wave)]).map(record)
    }

    /// `nil` where there is none in the scope.
    public static func find(_ id: LetterID, _ scope: Scope, in reader: any SQLReading) throws -> LetterRecord? {
        try reader.query(
            """
            \(select) WHERE id = $1
            AND wave IN (SELECT id FROM letter_waves WHERE \(scope.owned(by: "board", parameter: 2)))
            """, [.id(id), scope.value]
        ).first.map(record)
    }

    /// A wave's letters by state, to balance with the frozen list.
    public static func counts(wave: LetterWaveID, in reader: any SQLReading) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for row in try reader.query(
            "SELECT state, count(*) FROM letters WHERE wave = $1 GROUP BY state", [.id(wave)])
        {
            var columns = Columns(row, of: "letters")
            counts[try columns.text()] = try columns.count()
        }
        return counts
    }

    /// Letters by conference, wave, organisation type and state.
    public static func tallies(_ scope: Scope, in reader: any SQLReading) throws -> [LetterTally] {
        try reader.query(
            """
            SELECT conference, letter_waves.name, survey_wave, organisation_type, letters.state, count(*)
            FROM letters JOIN letter_waves ON letter_waves.id = letters.wave
                LEFT JOIN participants ON participants.id = letters.participant
            WHERE \(scope.owned(by: "letter_waves.board", parameter: 1))
            GROUP BY conference, letter_waves.name, survey_wave, organisation_type, letters.state
            ORDER BY 1, 2, 3, 4, 5
            """, [scope.value]
        ).map { row in
            var columns = Columns(row, of: "letters")
            return LetterTally(
                conference: try columns.id(), waveName: try columns.text(), surveyWave: try columns.optionalChoice(),
                organisationType: columns.optionalID(), state: try columns.text(), letters: try columns.count())
        }
    }

    private static let columnNames = """
        id, wave, participant, address, address_key, correction, message_id, state, attempts, next_attempt_at,
            reply_code, reply, queued_at, attempted_at, done_at
        """
    private static let select = "SELECT \(columnNames) FROM letters"

    private static func values(_ letter: LetterRecord) -> [SQLValue] {
        [
            .id(letter.id), .id(letter.wave), .id(letter.participant), .text(letter.address),
            .text(letter.addressKey), .count(letter.correction), .text(letter.messageID), .text(letter.state),
            .count(letter.attempts), .instant(letter.nextAttemptAt), .optional(letter.replyCode),
            .optional(letter.reply), .instant(letter.queuedAt), .instant(letter.attemptedAt), .instant(letter.doneAt),
        ]
    }

    private static func record(_ row: SQLRow) throws -> LetterRecord {
        var columns = Columns(row, of: "letters")
        return LetterRecord(
            id: try columns.id(), wave: try columns.id(), participant: columns.optionalID(),
            address: try columns.text(), addressKey: try columns.text(), correction: try columns.count(),
            messageID: try columns.text(), state: try columns.text(), attempts: try columns.count(),
            nextAttemptAt: columns.optionalInstant(), replyCode: columns.optionalInteger().map(Int.init),
            reply: columns.optionalText(), queuedAt: try columns.instant(), attemptedAt: columns.optionalInstant(),
            doneAt: columns.optionalInstant())
    }
}
