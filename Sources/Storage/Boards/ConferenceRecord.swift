public import Chronology
public import Registers

/// A conference and the board that owns it, and with it all its people, letters and answers.
public struct ConferenceRecord: Sendable, Hashable {
    public var id: ConferenceID
    public var board: BoardID
    public var date: CalendarDate
    public var place: String
    public var hostMunicipality: MunicipalityCode
    public var hostCounty: CountyCode
    public var counties: [CountyCode]
    /// `nil` where the programme is not known.
    public var themes: [ThemeID]?

    public init(
        id: ConferenceID, board: BoardID, date: CalendarDate, place: String, hostMunicipality: MunicipalityCode,
        hostCounty: CountyCode, counties: [CountyCode], themes: [ThemeID]?
    ) {
        self.id = id
        self.board = board
        self.date = date
        self.place = place
        self.hostMunicipality = hostMunicipality
        self.hostCounty = hostCounty
        self.counties = counties
        self.themes = themes
    }
}

/// The table of conferences.
public enum ConferenceRecords {
    /// Adds conferences; one that is already there takes the new facts, its owner too unless it has participants, who
    /// would stay with the old one.
    ///
    /// - Throws: ``ConferenceOwnerError``; then nothing is changed.
    public static func put(_ conferences: [ConferenceRecord], in writer: any SQLWriting) throws {
        let moved = try writer.query(
            """
            SELECT board FROM conferences WHERE id = $1 AND board <> $2
            AND EXISTS (SELECT 1 FROM registrations WHERE registrations.conference = conferences.id)
            """,
            each: conferences.map { [.id($0.id), .id($0.board)] })
        for (conference, rows) in zip(conferences, moved) {
            guard let row = rows.first else { continue }
            var columns = Columns(row, of: "conferences")
            throw ConferenceOwnerError(
                conference: conference.id, owner: try columns.id(), claimant: conference.board)
        }
        try writer.execute(
            """
            INSERT INTO conferences (id, board, date, place, host_municipality, host_county, counties, themes)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (id) DO UPDATE SET board = excluded.board, date = excluded.date, place = excluded.place,
                host_municipality = excluded.host_municipality, host_county = excluded.host_county,
                counties = excluded.counties, themes = excluded.themes
            """,
            each: conferences.map { conference in
                [
                    .id(conference.id), .id(conference.board), .text(conference.date.description),
                    .text(conference.place), .id(conference.hostMunicipality), .id(conference.hostCounty),
                    .texts(conference.counties.map(\.rawValue)), .texts(conference.themes?.map(\.rawValue)),
                ]
            })
    }

    /// In the order of their dates.
    public static func list(_ scope: Scope, in reader: any SQLReading) throws -> [ConferenceRecord] {
        try reader.query(
            "\(select) WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY date, id", [scope.value]
        ).map(record)
    }

    /// `nil` where there is none in the scope.
    public static func find(_ id: ConferenceID, _ scope: Scope, in reader: any SQLReading) throws
        -> ConferenceRecord?
    {
        try reader.query(
            "\(select) WHERE id = $1 AND \(scope.owned(by: "board", parameter: 2))", [.id(id), scope.value]
        ).first.map(record)
    }

    private static let select = """
        SELECT id, board, date, place, host_municipality, host_county, counties, themes FROM conferences
        """

    private static func record(_ row: SQLRow) throws -> ConferenceRecord {
        var columns = Columns(row, of: "conferences")
        return ConferenceRecord(
            id: try columns.id(), board: try columns.id(), date: try columns.date(), place: try columns.text(),
            hostMunicipality: try columns.id(), hostCounty: try columns.id(),
            counties: try columns.texts().map(CountyCode.init(rawValue:)),
            themes: try columns.optionalTexts()?.map(ThemeID.init(rawValue:)))
    }
}
