public import Chronology
public import Participants
public import Registers
public import Storage

/// Compares a list with the people who are stored for its conference, and changes nothing.
public struct ImportComparing: Sendable {
    private let store: any StorageDriver
    private let erasures: ErasureKeys
    private let time: any TimeSource
    private let importer: ParticipantImport

    /// People of the board that are looked at in one query.
    private static let page = 2_000

    /// - Parameter erasures: tell the addresses that an import stores nobody under.
    public init(store: any StorageDriver, frame: Frame, erasures: ErasureKeys, time: any TimeSource) {
        self.store = store
        importer = ParticipantImport(frame: frame)
        self.erasures = erasures
        self.time = time
    }

    /// What a list says where nobody is stored.
    public static func withNobody(_ outcome: ImportOutcome) -> ImportComparison {
        ImportComparison(new: outcome.kept)
    }

    public func comparison(
        of file: ImportedFile, as outcome: ImportOutcome, for conference: Conference
    ) async throws -> ImportComparison {
        let digest = file.digest
        let keeping = PeopleKeeping(
            conference: conference, importedBy: nil, now: time.now(),
            erased: try await erasures.addresses(of: conference.board, store: store))
        let rejected = try rejectedForNames(in: file, outcome)
        return try await store.read { reader in
            let listed = try ComparedRows(outcome, rejected: rejected, keeping, in: reader)
            var run = ImportComparisonRun(outcome, keeping, listed)
            var key = ""
            while true {
                let people = try ParticipantRecords.standings(
                    after: key, limit: Self.page, board: conference.board, conference: conference.id, in: reader)
                for standing in people { run.meet(standing) }
                guard let last = people.last, people.count == Self.page else { break }
                key = last.person.emailKey
            }
            let earlier = try Importing.earlier(digest, conference, in: reader)
            run.finish(isRepeated: earlier?.lines.count == outcome.records.count)
            return run.comparison
        }
    }

    /// The people of rows with the address of an earlier row and a clearly different name: the store may know both.
    private func rejectedForNames(in file: ImportedFile, _ outcome: ImportOutcome) throws -> [CleanParticipant] {
        var lines = Set(outcome.records.filter { $0.verdict == .rejected(.emailConflictName) }.map(\.line))
        guard !lines.isEmpty else { return [] }
        var cells = ListedCells(try file.source(), of: outcome)
        var people: [CleanParticipant] = []
        while !lines.isEmpty, let row = cells.next() {
            guard lines.remove(row.line) != nil, var person = importer.person(outcome.headings, of: [row.cells]) else {
                continue
            }
            person.line = row.line
            people.append(person)
        }
        return people
    }
}
