public import Registers
internal import SourceText

/// Reads a list of people: finds its header, cleans its rows, matches places and themes, and merges rows of one
/// person. The rules are in `docs/import-rules.md`.
///
/// Making one prepares the look-ups of the frame; use it for many files.
///
/// Pure: the same bytes give the same outcome. Every record after the header gets exactly one outcome, whatever the
/// bytes; time and memory grow in proportion to the file.
public struct ParticipantImport: Sendable {
    private let frame: Frame
    private let matcher: NameMatcher
    private let themes: ThemeWords
    /// Header words that a person has said mean a field, beside those that are known.
    private let columnNames: [ImportField: String]

    public init(frame: Frame, columnNames: [ImportField: String] = [:]) {
        self.frame = frame
        matcher = NameMatcher(frame)
        themes = ThemeWords(frame)
        self.columnNames = columnNames
    }

    /// - Parameter bytes: a file of text in any of the encodings of `TextEncoding`.
    public func outcome(of bytes: [UInt8]) throws(ImportFailure) -> ImportOutcome {
        try outcome(of: .file(bytes))
    }

    /// Looks whether a source is a list, without reading its rows.
    public func check(_ source: ImportSource) throws(ImportFailure) {
        guard ImportDialects.table(in: source, named: columnNames) != nil else { throw failure(of: source) }
    }

    public func outcome(of source: ImportSource) throws(ImportFailure) -> ImportOutcome {
        guard let table = ImportDialects.table(in: source, named: columnNames) else { throw failure(of: source) }
        let readers = RowReaders(
            RowReader(columns: table.columns, places: PlaceReader(frame, matcher), seminars: SeminarReader(themes)))
        var merger = PersonMerger()
        var records: [RecordOutcome] = []
        var cancelled: [CancelledRow] = []
        var namesRejected: [String: [String]] = [:]
        func settle(_ rows: [ImportRow], _ readings: [RowReader.Reading]) {
            for (row, reading) in zip(rows, readings) {
                var record = RecordOutcome(line: row.line, endLine: row.endLine, verdict: .skipped(.blank))
                switch reading {
                case .skipped(let reason): record.verdict = .skipped(reason)
                case .rejected(let reason): record.verdict = .rejected(reason)
                case .cancelled(let row):
                    record.verdict = .rejected(.cancelled)
                    if let row { cancelled.append(row) }
                case .person(let person):
                    decide(person, &record, &merger)
                    if record.verdict == .rejected(.emailConflictName) {
                        namesRejected[person.email.key, default: []].append(person.name)
                    }
                }
                records.append(record)
            }
        }
        // While some rows are read, the next are found, and those before them are settled.
        var next = Array(table.rows.prefix(RowReaders.mostRows))
        var read: (rows: [ImportRow], readings: [RowReader.Reading]) = ([], [])
        while !next.isEmpty {
            let rows = next
            let readings = readers.read(rows) {
                next = Array(table.rows.prefix(RowReaders.mostRows))
                settle(read.rows, read.readings)
            }
            read = (rows, readings)
        }
        settle(read.rows, read.readings)
        merger.markPossibleDuplicates()
        let kept = merger.people.map(\.participant)
        for place in records.indices {
            if case .kept(let person) = records[place].verdict { records[place].warnings = kept[person].warnings }
        }
        return ImportOutcome(
            dialect: table.dialect, encoding: source.encoding, headerLine: table.headerLine,
            columns: table.columns.words, source: HeadingSource(table.columns.header),
            headings: table.columns.knownWords, columnNames: columnNames,
            droppedColumns: table.columns.droppedWords, records: records, kept: kept,
            cancellations: cancelled.filter { !merger.holds($0) },
            cancellationsBesideOthers: Self.unlikeOthers(cancelled.filter(merger.holds), kept, namesRejected))
    }

    /// The rows whose names are clearly none of those that come with their addresses.
    private static func unlikeOthers(
        _ rows: [CancelledRow], _ kept: [CleanParticipant], _ rejected: [String: [String]]
    ) -> [CancelledRow] {
        guard !rows.isEmpty else { return [] }
        let keys = Set(rows.map(\.email.key))
        var names = rejected
        for person in kept where keys.contains(person.email.key) {
            names[person.email.key, default: []].append(person.name)
        }
        return rows.filter { row in names[row.email.key]?.allSatisfy(row.isNamedUnlike) == true }
    }

    private func decide(_ person: ImportedPerson, _ record: inout RecordOutcome, _ merger: inout PersonMerger) {
        switch merger.decide(person) {
        case .kept(let place):
            record.verdict = .kept(place)
        case .merged(let place, let reason):
            record.verdict = .merged(place, reason)
            record.warnings = person.warnings
        case .conflict:
            record.verdict = .rejected(.emailConflictName)
        }
    }

    /// The same with other words of a person's for columns; the look-ups are not made again.
    public func naming(_ columnNames: [ImportField: String]) -> ParticipantImport {
        ParticipantImport(self, columnNames: columnNames)
    }

    private init(_ other: ParticipantImport, columnNames: [ImportField: String]) {
        frame = other.frame
        matcher = other.matcher
        themes = other.themes
        self.columnNames = columnNames
    }

    /// Says how much stands where a header was expected, and which headings may be there.
    private func failure(of source: ImportSource) -> ImportFailure {
        if case .sheets(let sheets) = source, !sheets.contains(where: \.isVisible) { return .noVisibleSheet }
        let readings = FirstRecords.readings(of: source)
        let widest = readings.compactMap { reading in
            reading.prefix(ImportTable.headerRecords).max { $0.cellCount < $1.cellCount }.map { (reading, $0) }
        }.max { $0.1.cellCount < $1.1.cellCount }
        guard let (reading, row) = widest, row.cellCount > 0 else { return .empty }
        return .noHeader(line: row.line, cells: row.cellCount, candidate: HeadingCandidate(reading, matcher))
    }
}
