import Registers
public import Surveying

/// The table of responses: the truth from which every other figure is derived.
public enum ResponseRecords {
    public static func find(_ key: ResponseKey, in reader: any SQLReading) throws -> ResponseRecord? {
        try reader.query("\(select) WHERE source = $1 AND id = $2", [.text(key.source), .text(key.id)])
            .first.map(record)
    }

    /// For each pair of a key and a person: the row of the key, if there is one, and all rows of the person.
    /// Locks nothing: a backend whose writers run side by side has to let one person's change in at a time.
    public static func related(
        to people: [(key: ResponseKey, pseudonym: Pseudonym?)], in writer: any SQLWriting
    ) throws -> [[ResponseRecord]] {
        try writer.query(
            """
            \(select) WHERE source = $1 AND id = $2
            UNION ALL
            \(select) WHERE pseudonym = $3 AND NOT (source = $1 AND id = $2)
            """,
            each: people.map { [.text($0.key.source), .text($0.key.id), .optional($0.pseudonym?.bytes)] }
        ).map { try $0.map(record) }
    }

    /// A person's rows at one conference, tombstones left out.
    public static func list(pseudonym: Pseudonym, in reader: any SQLReading) throws -> [ResponseRecord] {
        try reader.query("\(select) WHERE pseudonym = $1 ORDER BY source, id", [.blob(pseudonym.bytes)]).map(record)
    }

    /// Writes rows, each in place of what its key had.
    public static func put(_ records: [ResponseRecord], in writer: any SQLWriting) throws {
        try writer.execute(
            """
            INSERT INTO responses (\(columnNames))
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (source, id) DO UPDATE SET revision = excluded.revision, conference = excluded.conference,
                wave = excluded.wave, version = excluded.version, pseudonym = excluded.pseudonym,
                organisation_key = excluded.organisation_key, organisation_type = excluded.organisation_type,
                state = excluded.state, counted = excluded.counted, submitted_at = excluded.submitted_at,
                received_at = excluded.received_at, answers = excluded.answers
            """, each: records.map(values))
    }

    /// The responses that count in a conference's survey. Reads the whole table once.
    public static func counted(_ survey: SurveyID, in reader: any SQLReading) throws -> [ResponseRecord] {
        try reader.query(
            "\(select) WHERE conference = $1 AND wave = $2 AND counted = 1 ORDER BY source, id",
            [.id(survey.conference), .text(survey.wave.rawValue)]
        ).map(record)
    }

    /// The responses, person by person in the order of the pseudonyms, of about `limit` responses after a
    /// pseudonym. Empty at the end; nobody's responses are divided between two pages. Tombstones are nobody's.
    public static func people(after pseudonym: Pseudonym?, limit: Int, in reader: any SQLReading) throws
        -> [[ResponseRecord]]
    {
        let rows = try reader.query(
            "\(select) WHERE pseudonym > $1 ORDER BY pseudonym, source, id LIMIT $2",
            [.blob(pseudonym?.bytes ?? []), .count(limit)]
        ).map(record)
        var people: [[ResponseRecord]] = []
        for row in rows {
            if people.last?.last?.pseudonym == row.pseudonym {
                people[people.count - 1].append(row)
            } else {
                people.append([row])
            }
        }
        guard rows.count == limit, let last = people.last?.last?.pseudonym else { return people }
        // The page may have ended within the last person.
        people[people.count - 1] = try list(pseudonym: last, in: reader)
        return people
    }

    /// A survey's drafts in the order of their keys.
    public static func drafts(_ survey: SurveyID, in reader: any SQLReading) throws -> [ResponseRecord] {
        try reader.query(
            "\(select) WHERE conference = $1 AND wave = $2 AND state = 'draft' ORDER BY source, id",
            [.id(survey.conference), .text(survey.wave.rawValue)]
        ).map(record)
    }

    /// How many rows there are, how many of them count, and how many are tombstones.
    public static func counts(in reader: any SQLReading) throws -> (rows: Int, counted: Int, tombstones: Int) {
        (
            try reader.count("SELECT count(*) FROM responses", []),
            try reader.count("SELECT count(*) FROM responses WHERE counted = 1", []),
            try reader.count("SELECT count(*) FROM responses WHERE state = '\(erased)'", [])
        )
    }

    static let columnNames = """
        source, id, revision, conference, wave, version, pseudonym, organisation_key, organisation_type, state,
            counted, submitted_at, received_at, answers
        """
    static let select = "SELECT \(columnNames) FROM responses"
    static let erased = "erased"

    private static func values(_ response: ResponseRecord) -> [SQLValue] {
        [
            .text(response.key.source), .text(response.key.id), .integer(response.revision),
            .id(response.survey.conference), .text(response.survey.wave.rawValue), .optional(response.version),
            .optional(response.pseudonym?.bytes), .id(response.organisationKey), .id(response.organisationType),
            .text(response.state?.rawValue ?? erased), .flag(response.isCounted), .instant(response.submittedAt),
            .instant(response.receivedAt), .optional(response.answers),
        ]
    }

    static func record(_ row: SQLRow) throws -> ResponseRecord {
        var columns = Columns(row, of: "responses")
        let key = ResponseKey(source: try columns.text(), id: try columns.text())
        let revision = try columns.integer()
        let survey = SurveyID(conference: try columns.id(), wave: try columns.choice())
        let version = columns.optionalText()
        let pseudonym = columns.optionalBlob().map(Pseudonym.init(bytes:))
        let organisationKey: OrganisationKey? = columns.optionalID()
        let organisationType: OrganisationTypeID? = columns.optionalID()
        let stateText = try columns.text()
        let state = ResponseState(rawValue: stateText)
        guard state != nil || stateText == erased else { throw StorageError.unexpectedRow("responses") }
        return ResponseRecord(
            key: key, revision: revision, survey: survey, version: version, pseudonym: pseudonym,
            organisationKey: organisationKey, organisationType: organisationType, state: state,
            isCounted: try columns.flag(), submittedAt: try columns.instant(), receivedAt: try columns.instant(),
            answers: columns.optionalText())
    }
}
