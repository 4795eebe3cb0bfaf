public import Chronology
import Participants
public import Registers
public import Storage

/// What waits for a person to decide, and what becomes of it when they have.
public struct ConflictReview: Sendable {
    let store: any StorageDriver
    let frame: Frame
    let importer: ParticipantImport
    let time: any TimeSource

    public init(store: any StorageDriver, frame: Frame, time: any TimeSource) {
        self.init(store: store, frame: frame, importer: ParticipantImport(frame: frame), time: time)
    }

    init(store: any StorageDriver, frame: Frame, importer: ParticipantImport, time: any TimeSource) {
        self.store = store
        self.frame = frame
        self.importer = importer
        self.time = time
    }

    /// What became of a decision.
    public enum Result: Sendable, Hashable {
        /// The numbers of rows that no longer wait.
        case decided(rows: Int)
        /// It had been decided otherwise, and is now decided anew.
        case decidedAnew(rows: Int, former: String)
        /// It was decided so before; nothing was changed.
        case repeated(at: Timestamp)
    }

    /// Everything that is undecided: addresses first, then municipalities, then possible duplicates.
    ///
    /// - Parameter conference: whose imports and registrations; `nil` for all.
    public func conflicts(conference: ConferenceID? = nil, _ scope: Scope) async throws -> [Conflict] {
        try await store.read { reader in
            try Conflict.Kind.allCases.flatMap { try conflicts($0, scope, in: reader) }
                .filter { try isMet(at: conference, $0, in: reader) }
        }
    }

    /// The one conflict, undecided or decided before, whose id or its beginning is given.
    public func key(_ id: String, _ scope: Scope) async throws -> String {
        let wanted = id.hasPrefix(Conflict.idPrefix) ? String(id.dropFirst(Conflict.idPrefix.count)) : id
        let keys = try await store.read { reader in
            let open = try Conflict.Kind.allCases.flatMap { try conflicts($0, scope, in: reader) }.map(\.key)
            return Set(open + (try ReviewDecisionRecords.list(scope, in: reader).map(\.key)))
        }.filter { $0.hasPrefix(wanted) }
        guard let key = keys.first, !wanted.isEmpty else { throw ReviewError.unknown(id: id) }
        guard keys.count == 1 else { throw ReviewError.severalBegin(id: id, count: keys.count) }
        return key
    }

    /// Decides a conflict, durably and in one transaction. The same decision twice changes nothing; another one takes the
    /// first back, as long as nothing stands on it.
    ///
    /// - Parameters:
    ///   - key: of ``conflicts(conference:_:)`` or ``key(_:_:)``.
    ///   - generator: makes the identifier of a new person.
    /// - Throws: ``ReviewError``, or what the store throws; nothing is changed then.
    @discardableResult
    public func decide(
        _ key: String, _ decision: ConflictDecision, by user: UserID? = nil, _ scope: Scope,
        using generator: inout some RandomNumberGenerator
    ) async throws -> Result {
        let now = time.now()
        let id = ParticipantID.random("p-", using: &generator)
        if let code = decision.municipality, frame.municipality(code) == nil {
            throw ReviewError.unknownMunicipality(code)
        }
        return try await store.write { writer in
            let decided = try ReviewDecisionRecords.list(scope, in: writer).first { $0.key == key }
            if let decided {
                guard decided.decision != decision.word || decided.municipality != decision.municipality else {
                    return .repeated(at: decided.decidedAt)
                }
                try takeBack(decided, (now, scope), in: writer)
            }
            let open = try Conflict.Kind.allCases.lazy.flatMap { try conflicts($0, scope, in: writer) }
                .first { $0.key == key }
            guard let conflict = open else { throw ReviewError.unknown(id: Conflict.idPrefix + key.prefix(12)) }
            try check(decision, for: conflict)
            let ruling = Ruling(
                conflict: conflict, decision: decision, user: user, now: now, newID: id, isAnew: decided != nil)
            switch conflict.subject {
            case .address(let name, _, let people): try settle(ruling, name, people, in: writer)
            case .municipality(let person, let doubt, _): try settle(ruling, person, doubt, in: writer)
            case .duplicate(let first, let second): try settle(ruling, first, second, in: writer)
            }
            return decided.map { .decidedAnew(rows: conflict.rows.count, former: $0.decision) }
                ?? .decided(rows: conflict.rows.count)
        }
    }

    /// A decision with everything it is carried out with.
    struct Ruling: Sendable {
        var conflict: Conflict
        var decision: ConflictDecision
        var user: UserID?
        var now: Timestamp
        /// For somebody who is not stored yet.
        var newID: ParticipantID
        /// Another decision was taken back for this one.
        var isAnew: Bool

        func record(
            about person: ParticipantID?, former: ReviewDecisionRecord.FormerValues? = nil
        ) -> ReviewDecisionRecord {
            ReviewDecisionRecord(
                board: conflict.board, key: conflict.key, kind: conflict.kind.rawValue, decision: decision.word,
                municipality: decision.municipality, participant: person, importID: conflict.place?.importID,
                former: former, user: user, decidedAt: now)
        }
    }

    func conflicts(_ kind: Conflict.Kind, _ scope: Scope, in reader: any SQLReading) throws -> [Conflict] {
        let decided = Set(try ReviewDecisionRecords.list(scope, in: reader).map { [$0.board.rawValue, $0.key] })
        let all =
            switch kind {
            case .address: try addressConflicts(scope, in: reader)
            case .municipality: try Self.municipalityConflicts(scope, in: reader)
            case .duplicate: try Self.duplicates(scope, in: reader)
            }
        return all.filter { !decided.contains([$0.board.rawValue, $0.key]) }
    }

    private func check(_ decision: ConflictDecision, for conflict: Conflict) throws(ReviewError) {
        let isChoice =
            conflict.choices.contains(decision) || conflict.kind == .municipality && decision.isAboutMunicipality
        guard !isChoice else { return }
        var words: [String] = []
        for choice in conflict.choices where !words.contains(choice.word) { words.append(choice.word) }
        if conflict.kind == .municipality, !words.contains("municipality") { words.insert("municipality", at: 0) }
        throw .noChoice(word: decision.word, choices: words)
    }

    private func isMet(at conference: ConferenceID?, _ conflict: Conflict, in reader: any SQLReading) throws -> Bool {
        guard let conference else { return true }
        guard case .duplicate(let first, let second) = conflict.subject else {
            return conflict.place?.conference == conference
        }
        return try !RegistrationRecords.themes(of: [first.id, second.id], conference: conference, in: reader).isEmpty
    }
}
