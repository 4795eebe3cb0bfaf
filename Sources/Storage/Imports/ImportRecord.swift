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
    public var records: Int
    public var kept: Int
    public var merged: Int
    public var rejected: Int
    public var skipped: Int
    public var importedAt: Timestamp

    public init(
        id: ImportID, board: BoardID, conference: ConferenceID?, fileName: String, digest: String, records: Int,
        kept: Int, merged: Int, rejected: Int, skipped: Int, importedAt: Timestamp
    ) {
        self.id = id
        self.board = board
        self.conference = conference
        self.fileName = fileName
        self.digest = digest
        self.records = records
        self.kept = kept
        self.merged = merged
        self.rejected = rejected
        self.skipped = skipped
        self.importedAt = importedAt
    }
}

/// What became of one record of a file. Holds nothing that the file said of a person: a row that was rejected is
/// looked up in the file, by its line.
public struct ImportLineRecord: Sendable, Hashable {
    public var line: Int
    public var endLine: Int
    /// `kept`, `merged`, `rejected` or `skipped`.
    public var outcome: String
    public var reason: String?
    public var mergedIntoLine: Int?
    public var participant: ParticipantID?
    public var warnings: [String]

    public init(
        line: Int, endLine: Int, outcome: String, reason: String? = nil, mergedIntoLine: Int? = nil,
        participant: ParticipantID? = nil, warnings: [String] = []
    ) {
        self.line = line
        self.endLine = endLine
        self.outcome = outcome
        self.reason = reason
        self.mergedIntoLine = mergedIntoLine
        self.participant = participant
        self.warnings = warnings
    }
}
