public import Chronology
public import Participants
public import Registers
public import Storage

/// Brings lists of people into the store: reads a file by the import rules, and keeps its people, their
/// registrations and what became of every record.
///
/// Written in chunks, so that other processes get their turn. An import that is cut off leaves whole chunks; the same
/// file handed in again goes on where it ended, and a file that is there whole changes nothing.
public struct Importing: Sendable {
    private let store: any StorageDriver
    private let frame: Frame
    private let importer: ParticipantImport
    private let time: any TimeSource

    private let chunk: Int
    /// Of a list so long that it has more, each is longer: a chunk's records stand all over the list, and so all over
    /// the index of its lines.
    private static let mostChunks = 32
    private let erasures: ErasureKeys

    /// - Parameters:
    ///   - erasures: tell the addresses that nobody is stored under again.
    ///   - chunk: how many records at least are written in one transaction. Ten thousand hold the store for some tenths of a
    ///     second; fewer flush the disk more often and write the same pages of the indexes again and again.
    public init(
        store: any StorageDriver, frame: Frame, erasures: ErasureKeys, time: any TimeSource, chunk: Int = 10_000
    ) {
        self.store = store
        self.frame = frame
        self.chunk = max(1, chunk)
        self.erasures = erasures
        importer = ParticipantImport(frame: frame)
        self.time = time
    }

    /// Reads a file without touching the store.
    ///
    /// - Throws: `WorkbookError` or `ImportFailure` for a file that is no list.
    public func outcome(of file: ImportedFile) throws -> ImportOutcome {
        try importer.outcome(of: file.source())
    }

    /// Looks whether a file is a list: opens it and finds its header.
    ///
    /// - Throws: as ``outcome(of:)``.
    public func check(_ file: ImportedFile) throws {
        try file.check { try importer.check($0) }
    }

    /// Imports a file for a conference.
    ///
    /// - Parameter generator: makes the identifiers of the import and of new people.
    public func run(
        _ file: ImportedFile, for conference: Conference, using generator: inout some RandomNumberGenerator
    ) async throws -> ImportReport {
        try await run(file, as: outcome(of: file), for: conference, using: &generator)
    }

    /// Imports a file that has been read.
    public func run(
        _ file: ImportedFile, as outcome: ImportOutcome, for conference: Conference,
        using generator: inout some RandomNumberGenerator
    ) async throws -> ImportReport {
        let digest = file.digest
        let earlier = try await store.read { reader in
            try Self.earlier(digest, conference, in: reader)
        }
        let id = earlier?.id ?? ImportID.random("im-", using: &generator)
        var people = earlier.map { Self.waiting(outcome, $0) } ?? StoredPeople()
        if let earlier, earlier.lines.count == outcome.records.count {
            let settled = try await settleRemembered(id, conference)
            try await store.write { try ImportMunicipalityRecords.forgetAnswered(in: $0) }
            people.conflictingLines.removeAll(where: Set(settled.lines).contains)
            return ImportReport(
                id: id, isRepeated: true, outcome: outcome, people: people + settled.people,
                settledLines: settled.lines)
        }
        let erased = try await erasures.addresses(of: conference.board, store: store)
        if earlier == nil { try await begin(id, file, digest, outcome, conference) }
        let now = time.now()
        let writing = ImportWriting(
            id: id, file: file, outcome: outcome,
            keeping: PeopleKeeping(conference: conference, importedBy: id, now: now, erased: erased),
            statuses: try await store.read { reader in
                try StatusKeeping(conference: conference, now: now, outcome: outcome, in: reader)
            })
        people = try await people + write(writing, after: earlier?.lines, using: &generator)
        let settled = try await settleRemembered(id, conference)
        try await store.write { try ImportMunicipalityRecords.forgetAnswered(in: $0) }
        return ImportReport(
            id: id, isRepeated: false, outcome: outcome, people: people + settled.people, settledLines: settled.lines)
    }

    /// What was decided before about rows like those that wait.
    private func settleRemembered(_ id: ImportID, _ conference: Conference) async throws
        -> RememberedDecisions.Settled
    {
        let review = ConflictReview(store: store, frame: frame, importer: importer, time: time)
        return try await RememberedDecisions(review: review).apply(to: id, of: conference.board, at: time.now())
    }

    /// Writes the records that are not stored yet.
    private func write(
        _ writing: ImportWriting, after earlier: [Int: ParticipantID?]?,
        using generator: inout some RandomNumberGenerator
    ) async throws -> StoredPeople {
        let outcome = writing.outcome
        let left = earlier.map { lines in outcome.records.filter { lines[$0.line] == nil } } ?? outcome.records
        var order = ImportOrder(left, of: outcome, using: &generator)
        let size = max(chunk, left.count / Self.mostChunks)
        var listed: ListedCells?
        func nextChunk() throws -> ImportChunk? {
            let (records, candidates) = order.next(size)
            guard !records.isEmpty else { return nil }
            let rejected = records.filter(\.isRejected)
            guard !rejected.isEmpty else { return writing.chunk(records, candidates, cells: [:]) }
            var cells = try listed ?? ListedCells(writing.file.source(), of: outcome)
            defer { listed = cells }
            return writing.chunk(records, candidates, cells: cells.cells(of: rejected))
        }
        var people = StoredPeople()
        // Of those who are stored already: records that are merged into them may be left.
        var known = earlier?.compactMapValues(\.self) ?? [:]
        var next = try nextChunk()
        while let ready = next {
            let before = known
            async let written = writing.write(ready, known: before, to: store)
            // Made ready while this one is written.
            next = try nextChunk()
            let stored = try await written
            people = people + stored.people
            // The last person's records may go on in the next chunk.
            if let last = ready.candidates.last?.person.line, let id = stored.ids[last] { known[last] = id }
        }
        return people.inOrderOfLines
    }

    /// Registers people who come from no file.
    public func register(
        _ people: [CleanParticipant], for conference: Conference, using generator: inout some RandomNumberGenerator
    ) async throws -> StoredPeople {
        let keeping = PeopleKeeping(
            conference: conference, importedBy: nil, now: time.now(),
            erased: try await erasures.addresses(of: conference.board, store: store))
        var total = StoredPeople()
        for start in stride(from: 0, to: people.count, by: chunk) {
            let candidates = keeping.candidates(
                Array(people[start..<min(start + chunk, people.count)]), using: &generator)
            total = try await total + store.write { try keeping.keepKnowingOtherAddresses(candidates, in: $0).people }
        }
        return total
    }

    /// What an earlier reading of the file left to be told again: rows that wait, or became a person's status.
    private static func waiting(_ outcome: ImportOutcome, _ earlier: Earlier) -> StoredPeople {
        var people = StoredPeople()
        for record in outcome.records {
            guard let person = earlier.lines[record.line] else { continue }
            let isKept = if case .kept = record.verdict { true } else { false }
            switch earlier.reasons[record.line] {
            case .emailConflict? where isKept && person == nil: people.conflictingLines.append(record.line)
            case .emailErased? where isKept && person == nil: people.erasedLines.append(record.line)
            case .cancelledStatusConflict?: people.statusConflictLines.append(record.line)
            default:
                if record.verdict == .rejected(.cancelled), person != nil { people.cancelledLines.append(record.line) }
            }
        }
        return people
    }

    private func begin(
        _ id: ImportID, _ file: ImportedFile, _ digest: String, _ outcome: ImportOutcome, _ conference: Conference
    ) async throws {
        let counts = outcome.counts
        let record = ImportRecord(
            id: id, board: conference.board, conference: conference.id, fileName: file.name, digest: digest,
            headings: outcome.headings, records: counts.total, kept: counts.kept, merged: counts.mergedTotal,
            rejected: counts.rejectedTotal,
            skipped: counts.skippedTotal, importedAt: time.now())
        try await store.write { try ImportRecords.insert(record, in: $0) }
    }

    /// An import that stands of the same bytes for the same conference.
    struct Earlier: Sendable {
        let id: ImportID
        /// Whom each line was stored as.
        let lines: [Int: ParticipantID?]
        /// Why lines stored nobody, of those that the store had to tell.
        let reasons: [Int: StoredReason]
    }

    static func earlier(
        _ digest: String, _ conference: Conference, in reader: any SQLReading
    ) throws -> Earlier? {
        let scope = Scope.board(conference.board)
        let found = try ImportRecords.list(scope, in: reader).first {
            $0.digest == digest && $0.conference == conference.id && $0.undoneAt == nil
        }
        guard let found else { return nil }
        let lines = try ImportRecords.lines(of: found.id, scope, in: reader)
        let reasons = lines.compactMap { line in
            line.reason.flatMap(StoredReason.init(rawValue:)).map { (line.line, $0) }
        }
        return Earlier(
            id: found.id, lines: Dictionary(lines.map { ($0.line, $0.participant) }) { first, _ in first },
            reasons: Dictionary(reasons) { first, _ in first })
    }
}
