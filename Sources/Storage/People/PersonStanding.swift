public import Participants
public import Registers

/// A person of a board, and how they stand at one conference.
public struct PersonStanding: Sendable, Hashable {
    public var person: ParticipantRecord
    /// `nil` where they are not registered.
    public var status: RegistrationStatus?
    /// The file that their registration came with; `nil` where it came with none.
    public var fileName: String?
    public var themes: Set<ThemeID>

    public init(person: ParticipantRecord, status: RegistrationStatus?, fileName: String?, themes: Set<ThemeID>) {
        self.person = person
        self.status = status
        self.fileName = fileName
        self.themes = themes
    }
}

extension ParticipantRecords {
    /// A board's people by address key, some at a time, so that all of them need not be held at once.
    ///
    /// - Parameter key: those after it; nothing for the first.
    public static func standings(
        after key: String, limit: Int, board: BoardID, conference: ConferenceID, in reader: any SQLReading
    ) throws -> [PersonStanding] {
        let rows = try reader.query(
            """
            SELECT \(columnNames(of: "participants")), status, file_name
            FROM participants
                LEFT JOIN registrations ON registrations.participant = participants.id
                    AND registrations.conference = $2
                LEFT JOIN imports ON imports.id = registrations.import
            WHERE participants.board = $1 AND email_key > $3 ORDER BY email_key LIMIT $4
            """, [.id(board), .id(conference), .text(key), .count(limit)])
        var standings = try rows.map { row in
            PersonStanding(
                person: try record(row), status: row.text(13).flatMap(RegistrationStatus.init),
                fileName: row.text(14), themes: [])
        }
        guard let last = standings.last else { return [] }
        var themes: [ParticipantID: Set<ThemeID>] = [:]
        for row in try reader.query(
            """
            SELECT participant, theme FROM registration_themes
                JOIN participants ON participants.id = registration_themes.participant
            WHERE board = $1 AND conference = $2 AND email_key > $3 AND email_key <= $4
            """, [.id(board), .id(conference), .text(key), .text(last.person.emailKey)])
        {
            var columns = Columns(row, of: "registration_themes")
            let person: ParticipantID = try columns.id()
            themes[person, default: []].insert(try columns.id())
        }
        for place in standings.indices { standings[place].themes = themes[standings[place].person.id] ?? [] }
        return standings
    }
}

extension RegistrationRecords {
    /// How many people are registered for a conference, whatever their status.
    public static func count(conference: ConferenceID, in reader: any SQLReading) throws -> Int {
        try reader.count("SELECT count(*) FROM registrations WHERE conference = $1", [.id(conference)])
    }
}
