/// What became of one record of a file.
public struct RecordOutcome: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        /// The place of the person in ``ImportOutcome/kept``.
        case kept(Int)
        /// Into the person at a place in ``ImportOutcome/kept``.
        case merged(Int, MergeReason)
        case rejected(RejectionReason)
        case skipped(SkipReason)
    }

    /// The 1-based physical line, or row of the sheet, where the record starts.
    public var line: Int
    public var endLine: Int
    public var verdict: Verdict
    /// Empty for rejected and skipped records.
    public var warnings: ImportWarnings

    public init(line: Int, endLine: Int, verdict: Verdict, warnings: ImportWarnings = []) {
        self.line = line
        self.endLine = endLine
        self.verdict = verdict
        self.warnings = warnings
    }

    /// `kept`, `merged`, `rejected` or `skipped`.
    public var word: String {
        switch verdict {
        case .kept: "kept"
        case .merged: "merged"
        case .rejected: "rejected"
        case .skipped: "skipped"
        }
    }

    /// `same_email`, `email_missing`, …; `nil` for a kept record.
    public var reason: String? {
        switch verdict {
        case .kept: nil
        case .merged(_, let reason): reason.rawValue
        case .rejected(let reason): reason.rawValue
        case .skipped(let reason): reason.rawValue
        }
    }
}
