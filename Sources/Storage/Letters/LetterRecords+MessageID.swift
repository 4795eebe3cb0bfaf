public import Mailing
public import Registers

extension LetterRecords {
    /// The letter with an id, and the board that it went out from; `nil` where there is none in the scope.
    public static func find(messageID: MessageID, _ scope: Scope, in reader: any SQLReading) throws
        -> (record: LetterRecord, board: BoardID)?
    {
        let rows = try reader.query(
            """
            SELECT letters.id, board FROM letters JOIN letter_waves ON letter_waves.id = letters.wave
            WHERE message_id = $1 AND \(scope.owned(by: "board", parameter: 2))
            """, [.text(messageID.text), scope.value])
        guard let row = rows.first else { return nil }
        var columns = Columns(row, of: "letters")
        let (id, board): (LetterID, BoardID) = (try columns.id(), try columns.id())
        return try find(id, scope, in: reader).map { ($0, board) }
    }
}
