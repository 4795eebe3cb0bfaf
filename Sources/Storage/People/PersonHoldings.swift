public import Chronology
public import Participants
public import Registers
public import Surveying

/// The rows about one person that stand in no table of their own: with ``ParticipantRecords``, registrations and
/// ``ContactAnswerRecords`` they are all that the store holds under a name.
public enum PersonHoldings {
    /// A personal link to a survey; the link itself is not stored.
    public struct Invitation: Sendable, Hashable {
        public var survey: SurveyID
        public var createdAt: Timestamp
    }

    /// A letter of a wave.
    public struct Letter: Sendable, Hashable {
        public var conference: ConferenceID
        public var wave: String
        public var address: String
        public var state: String
        public var reply: String?
        public var queuedAt: Timestamp
        public var doneAt: Timestamp?
    }

    /// A line of a list that was imported.
    public struct Line: Sendable, Hashable {
        public var fileName: String
        public var importedAt: Timestamp
        public var line: Int
        public var outcome: String
        public var reason: String?
        public var warnings: [String]
        /// What stood about the municipality, while a person is asked about it.
        public var municipalityText: String?
    }

    public static func registrations(of person: ParticipantID, in reader: any SQLReading) throws
        -> [RegistrationRecord]
    {
        let conferences: [ConferenceID] = try reader.query(
            "SELECT conference FROM registrations WHERE participant = $1 ORDER BY conference", [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "registrations")
            return try columns.id()
        }
        return try conferences.flatMap { conference in
            try RegistrationRecords.list(conference: conference, .node, in: reader).filter { $0.participant == person }
        }
    }

    public static func invitations(of person: ParticipantID, in reader: any SQLReading) throws -> [Invitation] {
        try reader.query(
            """
            SELECT conference, wave, created_at FROM invitations WHERE participant = $1
            ORDER BY created_at, conference, wave
            """, [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "invitations")
            return Invitation(
                survey: SurveyID(conference: try columns.id(), wave: try columns.choice()),
                createdAt: try columns.instant())
        }
    }

    public static func letters(of person: ParticipantID, in reader: any SQLReading) throws -> [Letter] {
        try reader.query(
            """
            SELECT conference, name, address, letters.state, reply, queued_at, done_at
            FROM letters JOIN letter_waves ON letter_waves.id = letters.wave
            WHERE participant = $1 OR letters.id IN (SELECT letter FROM letter_people WHERE participant = $1)
            ORDER BY queued_at, letters.id
            """, [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "letters")
            return Letter(
                conference: try columns.id(), wave: try columns.text(), address: try columns.text(),
                state: try columns.text(), reply: columns.optionalText(), queuedAt: try columns.instant(),
                doneAt: columns.optionalInstant())
        }
    }

    /// A decision about a row or a doubt that was the person's.
    public struct Decision: Sendable, Hashable {
        public var kind: String
        public var decision: String
        public var decidedAt: Timestamp
    }

    /// Somebody who came in another's place; the person is one of the two.
    public struct Replacement: Sendable, Hashable {
        public var conference: ConferenceID
        public var participant: ParticipantID
        public var replacedBy: ParticipantID
    }

    public static func decisions(of person: ParticipantID, in reader: any SQLReading) throws -> [Decision] {
        try reader.query(
            "SELECT kind, decision, decided_at FROM review_decisions WHERE participant = $1 ORDER BY number",
            [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "review_decisions")
            return Decision(
                kind: try columns.text(), decision: try columns.text(), decidedAt: try columns.instant())
        }
    }

    public static func replacements(of person: ParticipantID, in reader: any SQLReading) throws -> [Replacement] {
        try reader.query(
            """
            SELECT conference, participant, replaced_by FROM replacements WHERE participant = $1 OR replaced_by = $1
            ORDER BY conference, participant
            """, [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "replacements")
            return Replacement(
                conference: try columns.id(), participant: try columns.id(), replacedBy: try columns.id())
        }
    }

    public static func lines(of person: ParticipantID, in reader: any SQLReading) throws -> [Line] {
        try reader.query(
            """
            SELECT file_name, imported_at, import_records.line, outcome, reason, warnings, text
            FROM import_records JOIN imports ON imports.id = import_records.import
                LEFT JOIN import_municipality_texts ON import_municipality_texts.import = import_records.import
                    AND import_municipality_texts.line = import_records.line
            WHERE participant = $1 ORDER BY number, import_records.line
            """, [.id(person)]
        ).map { row in
            var columns = Columns(row, of: "import_records")
            return Line(
                fileName: try columns.text(), importedAt: try columns.instant(), line: try columns.count(),
                outcome: try columns.text(), reason: columns.optionalText(), warnings: try columns.texts(),
                municipalityText: columns.optionalText())
        }
    }
}
