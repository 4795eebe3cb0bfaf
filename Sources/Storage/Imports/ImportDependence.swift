/// How many of the people of an import something later depends on. An import that anybody stands in is not taken back.
public struct ImportDependence: Sendable, Hashable {
    /// Have a letter in the ledger, sent or waiting.
    public var lettered = 0
    /// Have a personal link to a survey, with which they may have answered.
    public var invited = 0
    /// Have answers that are kept with the contact.
    public var answered = 0
    /// Stand in another import that stands, and that knew them from this one.
    public var listedAgain = 0
    /// The imports that they stand in, the latest first, which is the order to undo them in.
    public var imports: [Standing] = []
    /// Were changed or registered elsewhere since.
    public var changed = 0
    /// Were merged with somebody by a decision since, or have an address that somebody of another import shares.
    public var decided = 0

    /// Another import, and how many of the people stand in it.
    public struct Standing: Sendable, Hashable {
        public var id: ImportID
        public var fileName: String
        public var people: Int
    }

    public init() {}

    public var isEmpty: Bool { self == ImportDependence() }
}

extension ImportDependence {
    /// Counts the people whom the import stored, and for its conference those whom it registered.
    public init(on id: ImportID, in reader: any SQLReading) throws {
        func people(_ source: String) throws -> Int {
            try reader.count("SELECT count(*) FROM (\(source)) AS dependent", [.id(id)])
        }
        lettered = try people(
            """
            SELECT participant FROM letters WHERE participant IN (\(Self.new)) UNION
            SELECT letters.participant FROM letters JOIN letter_waves ON letter_waves.id = letters.wave
                JOIN registrations ON registrations.conference = letter_waves.conference
                    AND registrations.participant = letters.participant
            WHERE registrations.import = $1 UNION
            SELECT participant FROM letter_people WHERE participant IN (\(Self.new)) UNION
            SELECT letter_people.participant FROM letter_people JOIN letters ON letters.id = letter_people.letter
                JOIN letter_waves ON letter_waves.id = letters.wave
                JOIN registrations ON registrations.conference = letter_waves.conference
                    AND registrations.participant = letter_people.participant
            WHERE registrations.import = $1
            """)
        invited = try people(Self.participants(of: "invitations"))
        answered = try people(Self.participants(of: "contact_answers"))
        listedAgain = try people("SELECT DISTINCT mine.participant \(Self.elsewhere)")
        imports = try reader.query(
            """
            SELECT later.id, later.file_name, count(DISTINCT mine.participant) \(Self.elsewhere)
            GROUP BY later.id, later.file_name, later.number ORDER BY later.number DESC
            """, [.id(id)]
        ).map { row in
            var columns = Columns(row, of: "imports")
            return Standing(
                id: try columns.id(), fileName: try columns.text(), people: try columns.count())
        }
        changed = try people(
            """
            SELECT id FROM participants WHERE id IN (\(Self.new)) AND updated_at <> created_at
                AND updated_at NOT IN (SELECT decided_at FROM review_decisions WHERE import = $1) UNION
            SELECT participant FROM registrations
            WHERE import = $1 AND (status <> 'registered' OR updated_at <> registered_at) UNION
            SELECT participant FROM registrations
            WHERE participant IN (\(Self.new)) AND (import IS NULL OR import <> $1)
            """)
        decided = try ReviewDecisionRecords.countBound(to: id, in: reader)
    }

    /// Those whom the import stored for the first time.
    private static let new = ImportRecords.new

    /// Records of other imports about people whom this one stored or added to.
    private static let elsewhere = """
        FROM import_records mine
            JOIN imports own ON own.id = mine.import
            JOIN import_records other ON other.participant = mine.participant AND other.import <> mine.import
            JOIN imports later ON later.id = other.import
        WHERE mine.import = $1 AND mine.effect IS NOT NULL AND later.undone_at IS NULL
            AND (mine.effect = '\(ImportEffect.newWord)' OR later.number >= own.number)
        """

    private static func participants(of table: String) -> String {
        """
        SELECT participant FROM \(table) WHERE participant IN (\(new)) UNION
        SELECT \(table).participant FROM \(table)
            JOIN registrations ON registrations.conference = \(table).conference
                AND registrations.participant = \(table).participant
        WHERE registrations.import = $1
        """
    }
}
