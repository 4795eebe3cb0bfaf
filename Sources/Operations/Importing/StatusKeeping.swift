import Chronology
import Participants
import Registers
import Storage

/// What a list does to the status of registrations that are there: who is cancelled in it becomes cancelled, and who
/// was cancelled and stands in it as one who comes is registered again.
///
/// Somebody who has been there, stayed away or speaks is never cancelled by a list: such a row waits for a person.
struct StatusKeeping: Sendable {
    let conference: Conference
    let now: Timestamp
    /// Those who were cancelled before the import, with when they became so.
    let cancelled: [ParticipantID: Timestamp]
    /// The list's cancellations, by line.
    private let rows: [Int: CancelledRow]
    private let holders: AddressHolders
    /// The names of those who come, by address; nothing where all addresses are plain.
    private let coming: [String: String]

    /// What was done for some of the records.
    struct Settled: Sendable {
        var people = StoredPeople()
        /// Whose cancellation a row is, by its line.
        var participants: [Int: ParticipantID] = [:]
        /// Those whose status changed, by the line that changed it.
        var changes: [Int: KnownPersonChange.Status] = [:]
        /// The lines of cancellations that a person must decide.
        var conflicts: Set<Int> = []
    }

    init(conference: Conference, now: Timestamp, outcome: ImportOutcome, in reader: any SQLReading) throws {
        self.conference = conference
        self.now = now
        cancelled = try RegistrationRecords.cancelled(conference: conference.id, in: reader)
        let beside = outcome.cancellationsBesideOthers
        let holders =
            outcome.cancellations.isEmpty && beside.isEmpty
            ? AddressHolders() : try AddressHolderRecords.all(board: conference.board, in: reader)
        self.holders = holders
        rows = Dictionary(
            (outcome.cancellations + beside.filter { !holders.isPlain($0.email.key) }).map { ($0.line, $0) }
        ) { first, _ in first }
        coming =
            holders.isEmpty
            ? [:] : Dictionary(outcome.kept.map { ($0.email.key, $0.name) }) { first, _ in first }
    }

    /// Whether any of the records says that somebody is cancelled.
    func concerns(_ records: [RecordOutcome]) -> Bool {
        !rows.isEmpty && records.contains { rows[$0.line] != nil }
    }

    /// - Parameter kept: whom the records' people were stored as, by line.
    func settle(
        _ records: [RecordOutcome], kept: [Int: ParticipantID], in writer: any SQLWriting
    ) throws -> Settled {
        var settled = Settled()
        if !cancelled.isEmpty {
            for (line, person) in kept {
                guard let time = cancelled[person],
                    try change(person, from: .cancelled, to: .registered, in: writer)
                else { continue }
                settled.changes[line] = status(from: .cancelled, to: .registered, since: time)
                settled.people.registeredAgain += 1
            }
        }
        let cancellations = rows.isEmpty ? [] : records.compactMap { rows[$0.line] }
        let met = try keys(metBy: cancellations, in: writer)
        let standings = try RegistrationRecords.standings(
            byEmailKey: met, board: conference.board, conference: conference.id, in: writer)
        for (row, standing) in zip(cancellations, standings) {
            guard let standing, !row.isNamedUnlike(standing.name) else { continue }
            switch standing.status {
            case .registered:
                settled.participants[row.line] = standing.participant
                // The second of two rows about one person finds the status changed.
                if try change(standing.participant, from: .registered, to: .cancelled, in: writer) {
                    settled.changes[row.line] = status(from: .registered, to: .cancelled, since: standing.updatedAt)
                    settled.people.cancelled += 1
                }
            case .cancelled:
                settled.participants[row.line] = standing.participant
            case .attended, .noShow, .speaker:
                settled.conflicts.insert(row.line)
            }
        }
        settled.people.cancelledLines = settled.participants.keys.sorted()
        settled.people.statusConflictLines = settled.conflicts.sorted()
        return settled
    }

    /// The key of the one person whom each row means; nobody's where several may be meant, or where the list says by
    /// another of their addresses that they come.
    private func keys(metBy rows: [CancelledRow], in reader: any SQLReading) throws -> [String] {
        guard !holders.isEmpty else { return rows.map(\.email.key) }
        let people = try AddressHolderRecords.people(
            at: rows.map(\.email.key).filter { !holders.isPlain($0) }, holders, board: conference.board, in: reader)
        return rows.map { row in
            var key = row.email.key
            if !holders.isPlain(key) {
                let meant = AddressHolders.meant(by: row.name, among: people[key] ?? [], named: \.name)
                guard let person = meant.first, meant.count == 1 else { return Self.nobody }
                key = person.emailKey
            }
            let comes = holders.addressKeys(of: key).contains { address in
                address != row.email.key && coming[address].map { !row.isNamedUnlike($0) } == true
            }
            return comes ? Self.nobody : key
        }
    }

    /// No address is empty.
    private static let nobody = ""

    private func change(
        _ person: ParticipantID, from former: RegistrationStatus, to status: RegistrationStatus,
        in writer: any SQLWriting
    ) throws -> Bool {
        try RegistrationRecords.change(
            person, from: former, to: status, conference: conference.id, at: now, in: writer)
    }

    private func status(
        from former: RegistrationStatus, to status: RegistrationStatus, since time: Timestamp
    ) -> KnownPersonChange.Status {
        KnownPersonChange.Status(
            before: former, after: status, times: KnownPersonChange.Times(before: time, after: now))
    }
}

extension StatusKeeping.Settled {
    /// The lines with what was done to statuses. A row that is a known person's cancellation waits for nobody.
    func recorded(in lines: [ImportLineRecord]) -> [ImportLineRecord] {
        guard !participants.isEmpty || !changes.isEmpty || !conflicts.isEmpty else { return lines }
        return lines.map { line in
            var line = line
            if let person = participants[line.line] {
                line.participant = person
                line.cells = nil
            }
            if conflicts.contains(line.line) { line.reason = StoredReason.cancelledStatusConflict.rawValue }
            if let status = changes[line.line] {
                var change = KnownPersonChange(isRegistered: false, themes: [])
                if case .changed(let other) = line.effect { change = other }
                change.status = status
                line.effect = .changed(change)
            }
            return line
        }
    }
}
