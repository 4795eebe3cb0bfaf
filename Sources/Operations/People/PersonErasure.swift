public import Chronology
public import Participants
public import Registers
public import Storage
import Surveying

/// Erases a person: answers while the link to them is there, what was said by name, letters' addresses, registrations,
/// links, what rejected rows of lists say of the address, and the person. Of the address a keyed hash stays, so that a
/// later list does not bring it back.
///
/// What was counted in figures that are released stays in them. Backups that were made before still hold the person.
public struct PersonErasure: Sendable {
    /// How much went.
    public struct Report: Sendable, Hashable {
        public var responses: Int
        public var letters: Int
        public var rejectedRows: Int
        /// Conferences with answers whose key is gone: if some are the person's, nobody can tell which.
        public var unlinkedConferences: [ConferenceID]
    }

    private let store: any StorageDriver
    private let intake: Intake
    private let keys: PseudonymKeys
    private let erasures: ErasureKeys
    private let time: any TimeSource

    /// - Parameter intake: withdraws the answers, with all that follows from it in tables and events.
    public init(
        store: any StorageDriver, intake: Intake, keys: PseudonymKeys, erasures: ErasureKeys, time: any TimeSource
    ) {
        self.store = store
        self.intake = intake
        self.keys = keys
        self.erasures = erasures
        self.time = time
    }

    /// Answers go first, each durably; then all the rest in one transaction. Run again after an interruption, it goes
    /// on where it ended.
    ///
    /// - Parameter decision: the number of the decision, kept with the hash.
    /// - Returns: `nil` where the scope has no such person.
    /// - Throws: ``ErasureRefusal`` where an answer could not be withdrawn; the person is then still there.
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
            for address in addresses {
                done.rejectedRows += try Self.forgetRows(naming: address, board: person.board, in: writer)
            }
            try ErasureRecords.removePerson(id, in: writer)
            let left = try AddressHolderRecords.all(board: person.board, in: writer)
            for address in addresses {
                try Self.leave(address, left, board: person.board, in: writer)
            }
            return done
        }
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
            guard !isOver else { throw ErasureRefusal(survey: response.survey) }
            let verdict = await intake.submit(
                Submission(
                    source: response.key.source, id: response.key.id, revision: revision, survey: response.survey,
                    submittedAt: time.now(), isErasure: true))
            guard verdict.receipt != nil else { throw ErasureRefusal(survey: response.survey) }
        }
        return responses.count
    }

    /// Empties the rejected rows in which the address stands.
    private static func forgetRows(
        naming address: String, board: BoardID, in writer: any SQLWriting
    ) throws -> Int {
        let rows = try ErasureRecords.waitingRows(board: board, in: writer).filter { row in
            row.cells.contains { EmailAddress.keys(in: $0).contains(address) }
        }
        try ErasureRecords.emptyRows(rows, in: writer)
        return rows.count
    }
}
