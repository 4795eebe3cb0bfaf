public import Chronology
public import Participants
public import Registers

/// One reading of one file, with how its records came out.
public struct ImportRecord: Sendable, Hashable {
    public var id: ImportID
    public var board: BoardID
    public var conference: ConferenceID?
    public var fileName: String
    /// SHA-256 of the file's bytes in lower-case hex.
    public var digest: String
    /// A heading for each column that was read, in their order: those of the cells of rejected lines.
    public var headings: [String]
    public var records: Int
    public var kept: Int
    public var merged: Int
    public var rejected: Int
    public var skipped: Int
    public var importedAt: Timestamp
    /// When it was taken back; `nil` while it stands.
    public var undoneAt: Timestamp?

    public init(
        id: ImportID, board: BoardID, conference: ConferenceID?, fileName: String, digest: String,
        headings: [String] = [], records: Int, kept: Int, merged: Int, rejected: Int, skipped: Int,
        importedAt: Timestamp, undoneAt: Timestamp? = nil
    ) {
        self.id = id
        self.board = board
        self.conference = conference
        self.fileName = fileName
        self.digest = digest
        self.headings = headings
        self.records = records
        self.kept = kept
        self.merged = merged
        self.rejected = rejected
        self.skipped = skipped
        self.importedAt = importedAt
        self.undoneAt = undoneAt
    }
}

/// What became of one record of a file. Only a record that waits for a person holds what the file said, so that it can
/// be corrected.
public struct ImportLineRecord: Sendable, Hashable {
    public var line: Int
    public var endLine: Int
    /// `kept`, `merged`, `rejected` or `skipped`.
    public var outcome: String
    public var reason: String?
    public var mergedIntoLine: Int?
    public var participant: ParticipantID?
    public var warnings: [String]
    /// What stood in the columns that are read, for a record that stored nobody; `nil` for all others.
    public var cells: [String]?
    /// What the record did to a person; `nil` where it did nothing.
    public var effect: ImportEffect?

    public init(
        line: Int, endLine: Int, outcome: String, reason: String? = nil, mergedIntoLine: Int? = nil,
        participant: ParticipantID? = nil, warnings: [String] = [], cells: [String]? = nil,
        effect: ImportEffect? = nil
    ) {
        self.line = line
        self.endLine = endLine
        self.outcome = outcome
        self.reason = reason
        self.mergedIntoLine = mergedIntoLine
        self.participant = participant
        self.warnings = warnings
        self.cells = cells
        self.effect = effect
    }
}
