/// How many records a file had and what became of them. The four parts add up to the whole.
public struct ImportCounts: Sendable, Hashable {
    public private(set) var kept = 0
    public private(set) var merged: [MergeReason: Int] = [:]
    public private(set) var rejected: [RejectionReason: Int] = [:]
    public private(set) var skipped: [SkipReason: Int] = [:]
    /// Warnings of kept and merged records, by name.
    public private(set) var warnings: [String: Int] = [:]

    public init() {}

    public init(_ records: [RecordOutcome]) {
        for record in records { count(record) }
    }

    public var mergedTotal: Int { merged.values.reduce(0, +) }
    public var rejectedTotal: Int { rejected.values.reduce(0, +) }
    public var skippedTotal: Int { skipped.values.reduce(0, +) }
    public var total: Int { kept + mergedTotal + rejectedTotal + skippedTotal }

    private mutating func count(_ record: RecordOutcome) {
        switch record.verdict {
        case .kept: kept += 1
        case .merged(_, let reason): merged[reason, default: 0] += 1
        case .rejected(let reason): rejected[reason, default: 0] += 1
        case .skipped(let reason): skipped[reason, default: 0] += 1
        }
        if !record.warnings.isEmpty {
            for name in record.warnings.names { warnings[name, default: 0] += 1 }
        }
    }
}
