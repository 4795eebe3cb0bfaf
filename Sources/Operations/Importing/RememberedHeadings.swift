public import Chronology
public import Participants
public import Registers
public import Storage

/// What a board has said before that the headings of its lists mean.
public struct RememberedHeadings: Sendable {
    private let bySource: [String: [ImportField: String]]

    public static let none = RememberedHeadings([])

    private init(_ answers: [HeadingAnswer]) {
        let said = Dictionary(grouping: answers, by: \.source).mapValues { Set($0.map(\.headings)) }
        bySource = said.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// - Parameter scope: a board; or the node, for what all boards say that know a source.
    public init(of scope: Scope, in reader: any SQLReading) throws {
        self.init(try HeadingAnswerRecords.list(scope, in: reader))
    }

    /// What is remembered of a list's source; `nil` where nothing is.
    public func names(for list: ImportSource) -> [ImportField: String]? {
        guard !bySource.isEmpty else { return nil }
        return HeadingSource.candidates(in: list).lazy.compactMap { bySource[$0.digest] }.first
    }

    /// Remembers what a person said of a list that was read by it. Words that are not in its header say nothing of its
    /// source and are left out.
    ///
    /// - Returns: whether there was anything to remember.
    public static func remember(
        _ names: [ImportField: String], of outcome: ImportOutcome, board: BoardID, at now: Timestamp,
        in writer: any SQLWriting
    ) throws -> Bool {
        let used = names.filter { outcome.source.holds($0.value) }
        guard !used.isEmpty else { return false }
        try HeadingAnswerRecords.put(
            HeadingAnswer(board: board, source: outcome.source.digest, headings: used, createdAt: now), in: writer)
        return true
    }
}

extension HeadingSource {
    /// SHA-256 of the words, each after a line feed but the first, in lower-case hex.
    var digest: String { ContentDigest.hexadecimal(of: words.joined(separator: "\n").utf8) }
}
