import Participants
import Registers
import Storage

/// What was decided about people by their addresses, while the addresses change: erasing one of those who share an
/// address gives its key to the next.
///
/// The key of a decision is a hash without a key, so a decision about somebody who is gone would say to anybody with a
/// list of addresses whose it was.
struct DecidedPairs {
    /// What a conflict is about, whatever the addresses.
    private struct Identity: Hashable {
        var kind: Conflict.Kind
        var people: Set<ParticipantID>
        var doubt: Conflict.MunicipalityDoubt?
        var candidates: [MunicipalityCode] = []
    }

    private let board: BoardID
    private let keys: [Identity: String]

    init(_ board: BoardID, in reader: any SQLReading) throws {
        self.board = board
        keys = try Self.keys(of: board, in: reader)
    }

    /// Gives decisions the keys that their conflicts have now, and forgets those about two who are no longer two.
    func renew(in writer: any SQLWriting) throws {
        let current = try Self.keys(of: board, in: writer)
        try ReviewDecisionRecords.rekey(
            keys.compactMap { identity, former in
                current[identity].flatMap { $0 == former ? nil : (former, $0) }
            }, board: board, in: writer)
        try Self.forgetGone(current.values, of: board, in: writer)
    }

    /// Forgets decisions that two are two where they are no longer both there, or no longer alike.
    static func forgetGone(of board: BoardID, in writer: any SQLWriting) throws {
        guard try !different(board, in: writer).isEmpty else { return }
        try forgetGone(keys(of: board, in: writer).values, of: board, in: writer)
    }

    private static func forgetGone(
        _ current: some Sequence<String>, of board: BoardID, in writer: any SQLWriting
    ) throws {
        let current = Set(current)
        try ReviewDecisionRecords.remove(
            different(board, in: writer).filter { !current.contains($0) }, board: board, in: writer)
    }

    private static func different(_ board: BoardID, in reader: any SQLReading) throws -> [String] {
        try ReviewDecisionRecords.list(.board(board), in: reader)
            .filter { $0.decision == ConflictDecision.different.word }.map(\.key)
    }

    private static func keys(of board: BoardID, in reader: any SQLReading) throws -> [Identity: String] {
        guard try !ReviewDecisionRecords.list(.board(board), in: reader).isEmpty else { return [:] }
        let conflicts =
            try ConflictReview.duplicates(.board(board), in: reader)
            + ConflictReview.municipalityConflicts(.board(board), in: reader)
        let keys = conflicts.compactMap { conflict -> (Identity, String)? in
            switch conflict.subject {
            case .address: nil
            case .municipality(let person, let doubt, let candidates):
                (
                    Identity(kind: .municipality, people: [person.id], doubt: doubt, candidates: candidates),
                    conflict.key
                )
            case .duplicate(let first, let second):
                (Identity(kind: .duplicate, people: [first.id, second.id]), conflict.key)
            }
        }
        return Dictionary(keys) { first, _ in first }
    }
}
