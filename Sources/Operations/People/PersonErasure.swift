public import Chronology
public import Participants
public import Registers
public import Storage
import Surveying

/// Erases a person: answers while the link to them is there, what was said by name, letters' addresses, registrations,
/// links, letters that were written to files, what rejected rows of lists say under the address or the full name, what
/// was decided by the address, and the person. Of the address a keyed hash stays, so that a later list does not bring it
/// back.
///
/// What was counted in figures that are released stays in them. Backups that were made before still hold the person.
public struct PersonErasure: Sendable {
    /// How much went.
    public struct Report: Sendable, Hashable {
        public var responses: Int
        public var letters: Int
        public var rejectedRows: Int
        /// Those of them that had the full name and not the address: a namesake's, perhaps.
        public var rowsByName: [Row] = []
        /// Letters that lay as files in the outbox folder.
        public var caughtLetters = 0
        /// Conferences with answers whose key is gone: if some are the person's, nobody can tell which.
        public var unlinkedConferences: [ConferenceID]

        /// A rejected row of a list.
        public struct Row: Sendable, Hashable {
            public var file: String
            public var line: Int
        }
    }

    private let store: any StorageDriver
    private let intake: Intake
    private let keys: PseudonymKeys
    private let erasures: ErasureKeys
    private let outbox: OutboxFolder
    private let time: any TimeSource

    /// - Parameters:
    ///   - intake: withdraws the answers, with all that follows from it in tables and events.
    ///   - outbox: where letters were written instead of being sent.
    public init(
        store: any StorageDriver, intake: Intake, keys: PseudonymKeys, erasures: ErasureKeys, outbox: OutboxFolder,
        time: any TimeSource
    ) {
        self.outbox = outbox
        self.store = store
        self.intake = intake
        self.keys = keys
        self.erasures = erasures
        self.time = time
    }

    /// Answers go first, each durably, and then the letters in files; then all the rest in one transaction. Run again
    /// after an interruption, it goes on where it ended.
    ///
    /// - Parameter decision: the number of the decision, kept with the hash.
    /// - Returns: `nil` where the scope has no such person.
    /// - Throws: ``ErasureRefusal`` where an answer or a file could not be removed; the person is then still there.
    public func erase(_ id: ParticipantID, _ scope: Scope, decision: String) async throws -> Report? {
        guard let person = try await store.read({ try ParticipantRecords.find(id, scope, in: $0) }) else { return nil }
        var report = Report(responses: 0, letters: 0, rejectedRows: 0, unlinkedConferences: [])
        for conference in try await store.read({ try ConferenceRecords.list(.node, in: $0) }) {
            guard let key = try await keys.existingKey(of: conference.id, store: store) else {
                if try await hasAnswers(conference.id) { report.unlinkedConferences.append(conference.id) }
                continue
            }
            report.responses += try await withdraw(key.pseudonym(of: id))
        }
        let addresses = try await store.read { reader in
            try AddressHolderRecords.ofOtherAddresses(board: person.board, in: reader).addressKeys(of: person.emailKey)
        }
        report.caughtLetters = try await removeCaughtLetters(of: person, addresses)
        var hashes: [[UInt8]] = []
        for address in addresses {
            hashes.append(try await erasures.hash(of: address, board: person.board, store: store))
        }
        let kept = hashes
        let now = time.now()
        let done = report
        return try await store.write { writer in
            var done = done
            for hash in kept {
                try ErasureRecords.put(
                    addressHash: hash, board: person.board, decision: decision, at: now, in: writer)
            }
            done.letters = try ErasureRecords.forgetLetters(of: id, in: writer)
            try Self.forgetRows(of: person, addresses, &done, in: writer)
            let decided = try DecidedPairs(person.board, in: writer)
            try ErasureRecords.removePerson(id, in: writer)
            let left = try AddressHolderRecords.all(board: person.board, in: writer)
            for address in addresses {
                try Self.leave(address, left, board: person.board, in: writer)
            }
            try decided.renew(in: writer)
            try ReviewDecisionRecords.remove(
                addresses.map { ConflictReview.key(ofRowNamed: person.name, at: $0, board: person.board) },
                board: person.board, in: writer)
            return done
        }
    }

    /// Letters that others share name the person too; one to the address alone is theirs while they share it.
    private func removeCaughtLetters(of person: ParticipantRecord, _ addresses: [String]) async throws -> Int {
        let (messageIDs, own) = try await store.read { reader in
            let holders = try AddressHolderRecords.all(board: person.board, in: reader)
            let people = try AddressHolderRecords.people(at: addresses, holders, board: person.board, in: reader)
            let own = addresses.filter { people[$0, default: []].allSatisfy { $0.id == person.id } }
            return (try ErasureRecords.messageIDs(of: person.id, in: reader), own)
        }
        return try await outbox.remove(messageIDs: messageIDs, to: Set(own))
    }

    /// Whoever else has the address keeps it: the next of those who share it gets its own key, unless the first of them
    /// has it as another. What they have decided about letters to it stays.
    private static func leave(
        _ address: String, _ holders: AddressHolders, board: BoardID, in writer: any SQLWriting
    ) throws {
        if !holders.isOther(address) {
            try ErasureRecords.closeGap(SharedAddress.emailKeys(of: address), board: board, in: writer)
        }
        guard try AddressHolderRecords.people(at: [address], holders, board: board, in: writer).isEmpty else { return }
        try SuppressionRecords.remove(addressKey: address, board: board, in: writer)
        for stream in OptOutStream.allCases {
            try OptOutRecords.remove(stream, addressKey: address, board: board, in: writer)
        }
    }

    private func hasAnswers(_ conference: ConferenceID) async throws -> Bool {
        try await store.read { reader in
            try Wave.allCases.contains { wave in
                try !ResponseRecords.answered(SurveyID(conference: conference, wave: wave), in: reader).isEmpty
            }
        }
    }

    private func withdraw(_ pseudonym: Pseudonym) async throws -> Int {
        let responses = try await store.read { try ResponseRecords.list(pseudonym: pseudonym, in: $0) }
            .filter { !$0.isErased }
        for response in responses {
            let (revision, isOver) = response.revision.addingReportingOverflow(1)
            guard !isOver else { throw ErasureRefusal.answer(response.survey) }
            let verdict = await intake.submit(
                Submission(
                    source: response.key.source, id: response.key.id, revision: revision, survey: response.survey,
                    submittedAt: time.now(), isErasure: true))
            guard verdict.receipt != nil else { throw ErasureRefusal.answer(response.survey) }
        }
        return responses.count
    }

    /// Empties the rejected rows in which one of the addresses or the full name stands.
    private static func forgetRows(
        of person: ParticipantRecord, _ addresses: [String], _ report: inout Report, in writer: any SQLWriting
    ) throws {
        var rows: [ErasureRecords.WaitingRow] = []
        for row in try ErasureRecords.waitingRows(board: person.board, in: writer) {
            let keys = row.cells.reduce(into: Set<String>()) { $0.formUnion(EmailAddress.keys(in: $1)) }
            if !keys.isDisjoint(with: addresses) {
                rows.append(row)
            } else if NamedCells.hold(person.name, row.cells, headings: row.headings) {
                rows.append(row)
                report.rowsByName.append(Report.Row(file: row.fileName, line: row.line))
            }
        }
        try ErasureRecords.emptyRows(rows, in: writer)
        report.rejectedRows = rows.count
    }
}
