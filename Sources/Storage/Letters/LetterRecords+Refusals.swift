public import Registers

extension LetterRecords {
    /// The address keys of a board that a letter was refused for and that none has ever been accepted for.
    public static func refusedAddresses(board: BoardID, in reader: any SQLReading) throws -> Set<String> {
        try Set(
            reader.query(
                """
                SELECT address_key FROM letters JOIN letter_waves ON letter_waves.id = letters.wave
                WHERE board = $1 GROUP BY address_key
                HAVING sum(CASE WHEN letters.state = 'rejected' THEN 1 ELSE 0 END) > 0
                    AND sum(CASE WHEN letters.state = 'accepted' THEN 1 ELSE 0 END) = 0
                """, [.id(board)]
            ).map { row in
                var columns = Columns(row, of: "letters")
                return try columns.text()
            })
    }
}
