public import Participants
import Registers

/// The table of those whom a letter goes to beside the one in its row: they share an address.
public enum LetterPeopleRecords {
    public static func insert(
        _ people: [(letter: LetterID, participant: ParticipantID)], in writer: any SQLWriting
    ) throws {
        try writer.execute(
            "INSERT INTO letter_people (letter, participant) VALUES ($1, $2)",
            each: people.map { [.id($0.letter), .id($0.participant)] })
    }

    /// Those of a wave's letters, in the order of their ids; whoever has been erased is gone.
    public static func list(wave: LetterWaveID, in reader: any SQLReading) throws -> [ParticipantID] {
        try reader.query(
            """
            SELECT letter_people.participant FROM letter_people JOIN letters ON letters.id = letter_people.letter
            WHERE letters.wave = $1 ORDER BY letter_people.participant
            """, [.id(wave)]
        ).map { row in
            var columns = Columns(row, of: "letter_people")
            return try columns.id()
        }
    }
}
