public import Chronology
public import Participants
public import Registers

/// The table of those who came to a conference in somebody's place.
public enum ReplacementRecords {
    /// Links people to those who came for them, by the one who is replaced. The first link of a person stays.
    public static func put(
        _ replacements: [ParticipantID: ParticipantID], conference: ConferenceID, at now: Timestamp,
        in writer: any SQLWriting
    ) throws {
        try writer.execute(
            """
            INSERT INTO replacements (conference, participant, replaced_by, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (conference, participant) DO NOTHING
            """,
            each: replacements.sorted { $0.key < $1.key }.map { replaced, by in
                [.id(conference), .id(replaced), .id(by), .instant(now)]
            })
    }

    /// Who came for whom, by the one who is replaced.
    public static func all(conference: ConferenceID, _ scope: Scope, in reader: any SQLReading) throws
        -> [ParticipantID: ParticipantID]
    {
        let rows = try reader.query(
            """
            SELECT participant, replaced_by FROM replacements JOIN conferences ON conferences.id = conference
            WHERE conference = $1 AND \(scope.owned(by: "board", parameter: 2))
            """, [.id(conference), scope.value])
        var links: [ParticipantID: ParticipantID] = [:]
        for row in rows {
            var columns = Columns(row, of: "replacements")
            links[try columns.id()] = try columns.id()
        }
        return links
    }

    /// Takes the link of somebody who is replaced away.
    public static func remove(_ person: ParticipantID, conference: ConferenceID, in writer: any SQLWriting) throws {
        try writer.execute(
            "DELETE FROM replacements WHERE conference = $1 AND participant = $2", [.id(conference), .id(person)])
    }
}
