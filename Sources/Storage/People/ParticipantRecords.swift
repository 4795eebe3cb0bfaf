public import Participants
public import Registers

/// The table of participants.
public enum ParticipantRecords {
    /// Adds people; an address key that its board already has is an error.
    public static func insert(_ people: [ParticipantRecord], in writer: any SQLWriting) throws {
        try insertion.run(for: people, in: writer, pack)
    }

    /// Adds people; where the board already has the address key, the row there keeps its id and its creation and
    /// takes the rest. Look the ids up afterwards with ``ids(byEmailKey:board:in:)``.
    public static func put(_ people: [ParticipantRecord], in writer: any SQLWriting) throws {
        try replacing.run(for: people, in: writer, pack)
    }

    /// Adds those of one board whose address key it does not have, each key once; the others are left as they are.
    ///
    /// - Parameter people: one who may be stored already, or several with identifiers drawn for them.
    /// - Returns: the stored people who have the keys of those who were not added, by key.
    public static func insertNew(_ people: [ParticipantRecord], in writer: any SQLWriting) throws
        -> [String: ParticipantRecord]
    {
        guard let board = people.first?.board else { return [:] }
        return try insertNew(rows(of: people), board: board, in: writer) { (people[$0].id, people[$0].emailKey) }
    }

    /// The rows of people for ``insertNew(_:board:in:who:)``, made before they are written.
    public static func rows(of people: some Collection<ParticipantRecord>) -> InsertedRows {
        passing.rows(of: people, pack)
    }

    /// The same with rows that are made.
    ///
    /// - Parameter who: the identifier and the address key of the row at a place.
    public static func insertNew(
        _ rows: InsertedRows, board: BoardID, in writer: any SQLWriting, who: (Int) -> (id: ParticipantID, key: String)
    ) throws -> [String: ParticipantRecord] {
        var known: [String: ParticipantRecord] = [:]
        try passing.run(rows, in: writer) { places, count in
            // Nobody is looked up where all were new.
            guard count < places.count else { return }
            let slice = places.map(who)
            let found = try writer.query(
                "\(select) WHERE board = $1 AND email_key = $2", each: slice.map { [.id(board), .text($0.key)] })
            for (person, rows) in zip(slice, found) {
                guard let stored = try rows.first.map(record) else { continue }
                if slice.count == 1 || stored.id != person.id { known[person.key] = stored }
            }
        }
        return known
    }

    public static func find(_ id: ParticipantID, _ scope: Scope, in reader: any SQLReading) throws
        -> ParticipantRecord?
    {
        try reader.query(
            "\(select) WHERE id = $1 AND \(scope.owned(by: "board", parameter: 2))", [.id(id), scope.value]
        ).first.map(record)
    }

    public static func find(emailKey: String, board: BoardID, in reader: any SQLReading) throws
        -> ParticipantRecord?
    {
        try reader.query("\(select) WHERE board = $1 AND email_key = $2", [.id(board), .text(emailKey)])
            .first.map(record)
    }

    /// The people of a board that have one of the address keys; keys that nobody has are left out.
    public static func ids(byEmailKey keys: [String], board: BoardID, in reader: any SQLReading) throws
        -> [String: ParticipantID]
    {
        let found = try reader.query(
            "SELECT id FROM participants WHERE board = $1 AND email_key = $2",
            each: keys.map { [.id(board), .text($0)] })
        var ids: [String: ParticipantID] = [:]
        for (key, rows) in zip(keys, found) {
            guard let row = rows.first else { continue }
            var columns = Columns(row, of: "participants")
            ids[key] = try columns.id()
        }
        return ids
    }

    /// The people registered for a conference, in the order of their ids.
    public static func list(conference: ConferenceID, _ scope: Scope, in reader: any SQLReading) throws
        -> [ParticipantRecord]
    {
        try reader.query(
            """
            \(select) WHERE id IN (SELECT participant FROM registrations WHERE conference = $1)
            AND \(scope.owned(by: "board", parameter: 2)) ORDER BY id
            """, [.id(conference), scope.value]
        ).map(record)
    }

    /// Everybody, in the order of their ids.
    public static func all(_ scope: Scope, in reader: any SQLReading) throws -> [ParticipantRecord] {
        try reader.query(
            "\(select) WHERE \(scope.owned(by: "board", parameter: 1)) ORDER BY id", [scope.value]
        ).map(record)
    }

    public static func count(_ scope: Scope, in reader: any SQLReading) throws -> Int {
        try reader.count(
            "SELECT count(*) FROM participants WHERE \(scope.owned(by: "board", parameter: 1))", [scope.value])
    }

    private static let columnNames = """
        id, board, email, email_key, name, municipality, county, organisation_key, organisation_name,
            organisation_type, role, created_at, updated_at
        """

    /// The columns that ``record(_:)`` reads, where another table of the statement has some of the names.
    static func columnNames(of table: String) -> String {
        columnNames.split { $0 == "," || $0.isWhitespace }.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    static let select = "SELECT \(columnNames) FROM participants"
    private static let head = "INSERT INTO participants (\(columnNames))"
    private static let insertion = RowInsertion(head, columns: 13)
    private static let passing = RowInsertion(head, columns: 13, "ON CONFLICT (board, email_key) DO NOTHING")
    private static let replacing = RowInsertion(
        head, columns: 13,
        """
        ON CONFLICT (board, email_key) DO UPDATE SET email = excluded.email, name = excluded.name,
            municipality = excluded.municipality, county = excluded.county,
            organisation_key = excluded.organisation_key, organisation_name = excluded.organisation_name,
            organisation_type = excluded.organisation_type, role = excluded.role, updated_at = excluded.updated_at
        """)

    private static func pack(_ person: ParticipantRecord, _ values: inout PackedValues) {
        values.append(.id(person.id))
        values.append(.id(person.board))
        values.append(.text(person.email))
        values.append(.text(person.emailKey))
        values.append(.text(person.name))
        values.append(.id(person.municipality))
        values.append(.id(person.county))
        values.append(.id(person.organisationKey))
        values.append(.optional(person.organisationName))
        values.append(.id(person.organisationType))
        values.append(.optional(person.role))
        values.append(.instant(person.createdAt))
        values.append(.instant(person.updatedAt))
    }

    static func record(_ row: SQLRow) throws -> ParticipantRecord {
        var columns = Columns(row, of: "participants")
        return ParticipantRecord(
            id: try columns.id(), board: try columns.id(), email: try columns.text(), emailKey: try columns.text(),
            name: try columns.text(), municipality: columns.optionalID(), county: columns.optionalID(),
            organisationKey: columns.optionalID(), organisationName: columns.optionalText(),
            organisationType: try columns.id(), role: columns.optionalText(), createdAt: try columns.instant(),
            updatedAt: try columns.instant())
    }
}
