public import Chronology
public import Participants
public import Registers
public import Storage

/// Compares a list with the people who are stored for its conference, and changes nothing.
public struct ImportComparing: Sendable {
    private let store: any StorageDriver
    private let erasures: ErasureKeys
    private let time: any TimeSource

    /// People of the board that are looked at in one query.
    private static let page = 2_000

    /// - Parameter erasures: tell the addresses that an import stores nobody under.
    public init(store: any StorageDriver, erasures: ErasureKeys, time: any TimeSource) {
        self.store = store
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
        return try await store.read { reader in
            var run = ImportComparisonRun(outcome, keeping)
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
}
