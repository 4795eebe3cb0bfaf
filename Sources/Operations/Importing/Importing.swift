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
    private let erasures: ErasureKeys

    /// - Parameters:
    ///   - erasures: tell the addresses that nobody is stored under again.
    ///   - chunk: how many records are written in one transaction. Ten thousand hold the store for some tenths of a
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
        var people = StoredPeople(
            cancelledLines: earlier.map { Self.cancelledLines(outcome, stored: $0.lines) } ?? [])
        if let earlier, earlier.lines.count == outcome.records.count {
            let settled = try await settleRemembered(id, conference)
            return ImportReport(
                id: id, isRepeated: true, outcome: outcome, people: people, settledLines: settled)
        }
        let erased = try await erasures.addresses(of: conference.board, store: store)
        if earlier == nil { try await begin(id, file, digest, outcome, conference) }
        let left = outcome.records.filter { earlier?.lines.keys.contains($0.line) != true }
        let now = time.now()
        let keeping = PeopleKeeping(
            conference: conference, importedBy: id, now: now, erased: erased)
        let statuses = try await store.read { reader in
            try StatusKeeping(conference: conference, now: now, outcome: outcome, in: reader)
        }
        var ids = earlier?.lines.compactMapValues(\.self) ?? [:]
        var listed = ListedCells(try file.source(), of: outcome)
        var rest = left[...]
        func nextChunk() -> Chunk? {
            let records = Array(rest.prefix(chunk))
            rest = rest.dropFirst(records.count)
            guard !records.isEmpty else { return nil }
            return Chunk(
                records: records, candidates: keeping.candidates(for: records, of: outcome, using: &generator),
                cells: Self.cells(of: records, from: &listed))
        }
        var next = nextChunk()
        while let ready = next {
            // Of earlier chunks only those whom this one's records were merged into: all would be copied each time.
            let earlierIDs = keeping.ids(ofPeopleIn: ready.records, of: outcome, among: ids)
            async let written = store.write { writer in
                let kept = try keeping.keepKnowingOtherAddresses(ready.candidates, in: writer)
                let known = earlierIDs.merging(kept.ids) { _, new in new }
                let settled = try statuses.settle(ready.records, kept: kept.ids, in: writer)
                let lines = keeping.lines(
                    ready.records, of: outcome, ids: known, effects: kept.effects, cells: ready.cells)
                try ImportRecords.insert(settled.recorded(in: lines), of: id, in: writer)
                try ImportMunicipalityRecords.insert(
                    Self.municipalities(of: ready.candidates, kept), of: id, in: writer)
                return (ids: kept.ids, people: kept.people + settled.people)
            }
            // Made ready while this one is written.
            next = nextChunk()
            let kept = try await written
            people = people + kept.people
            ids.merge(kept.ids) { _, new in new }
        }
        let settled = try await settleRemembered(id, conference)
        try await store.write { try ImportMunicipalityRecords.forgetAnswered(in: $0) }
        return ImportReport(id: id, isRepeated: false, outcome: outcome, people: people, settledLines: settled)
    }

    /// What was decided before about rows like those that wait.
    private func settleRemembered(_ id: ImportID, _ conference: Conference) async throws -> [Int] {
        let review = ConflictReview(store: store, frame: frame, importer: importer, time: time)
        return try await RememberedDecisions(review: review).apply(to: id, of: conference.board, at: time.now())
    }

    /// Those that a person has to choose among, for the people who were stored.
    private static func municipalities(
        of candidates: [PeopleKeeping.Candidate], _ kept: PeopleKeeping.Kept
    ) -> [ImportMunicipalityRecords.Doubt] {
        candidates.compactMap { kept.ids[$0.person.line] == nil ? nil : $0.person.municipalityDoubt }
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

    /// The cancelled rows that were stored as a person's status.
    private static func cancelledLines(_ outcome: ImportOutcome, stored lines: [Int: ParticipantID?]) -> [Int] {
        outcome.records.filter { $0.verdict == .rejected(.cancelled) && lines[$0.line].flatMap(\.self) != nil }
            .map(\.line)
    }

    /// Records that are written together, with what is needed to write them.
    private struct Chunk: Sendable {
        let records: [RecordOutcome]
        let candidates: [PeopleKeeping.Candidate]
        let cells: [Int: [String]]
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

    /// What stands in the records, which come in the order of the list.
    private static func cells(of records: [RecordOutcome], from listed: inout ListedCells) -> [Int: [String]] {
        var cells: [Int: [String]] = [:]
        var wanted = Set(records.map(\.line))
        while !wanted.isEmpty, let row = listed.next() {
            if wanted.remove(row.line) != nil { cells[row.line] = row.cells }
        }
        return cells
    }

    /// An import that stands of the same bytes for the same conference, and whom each line that is kept was stored as.
    static func earlier(
        _ digest: String, _ conference: Conference, in reader: any SQLReading
    ) throws -> (id: ImportID, lines: [Int: ParticipantID?])? {
        let scope = Scope.board(conference.board)
        let found = try ImportRecords.list(scope, in: reader).first {
            $0.digest == digest && $0.conference == conference.id && $0.undoneAt == nil
        }
        guard let found else { return nil }
        let lines = try ImportRecords.lines(of: found.id, scope, in: reader)
        return (found.id, Dictionary(lines.map { ($0.line, $0.participant) }) { first, _ in first })
    }
}
