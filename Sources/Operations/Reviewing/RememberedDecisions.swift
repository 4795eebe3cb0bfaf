import Chronology
import Participants
import Registers
import Storage

/// Applies what was decided before to the rows of an import that stored nobody because of their address.
///
/// Where nothing was decided, a row whose name fits one alone of those who have the address is that person's: as when a
/// list names the two who share it in the other order.
struct RememberedDecisions: Sendable {
    let review: ConflictReview

    /// Settles what can be settled, in one transaction, and returns the lines that no longer wait. What waits already
    /// when nothing is new waits on: repeating it changes nothing.
    func apply(to id: ImportID, of board: BoardID, at now: Timestamp) async throws -> [Int] {
        let isWaiting = try await review.store.read { reader in
            try WaitingRowRecords.countWithoutPerson(
                reasons: ConflictReview.addressReasons, importID: id, .board(board), in: reader) > 0
        }
        guard isWaiting else { return [] }
        return try await review.store.write { writer in
            var lines: [Int] = []
            for group in try review.rowGroups(importID: id, .board(board), in: writer)
            where try settle(group, at: now, in: writer) {
                lines += [group.head.line] + group.followers.map(\.line)
            }
            return lines.sorted()
        }
    }

    private func settle(_ group: RowGroup, at now: Timestamp, in writer: any SQLWriting) throws -> Bool {
        let people = try review.people(atAddressOf: group, in: writer)
        let key = ConflictReview.key(of: group)
        if let decision = try ReviewDecisionRecords.find(key, board: group.head.board, in: writer) {
            if decision.decision == ConflictDecision.ignore.word {
                try review.drop(group, in: writer)
                return true
            }
            if let person = people.first(where: { $0.id == decision.participant }) {
                try review.keep(group, as: person, at: now, in: writer)
                return true
            }
        }
        guard let person = Self.fitting(group.person, people) else { return false }
        try review.keep(group, as: person, at: now, in: writer)
        return true
    }

    /// Whoever has the row's name, or else the only one whose name does not clearly differ from it.
    private static func fitting(_ row: CleanParticipant, _ people: [ParticipantRecord]) -> ParticipantRecord? {
        let name = Fold.folded(row.name)
        let same = people.filter { Fold.folded($0.name) == name }
        let alike = same.isEmpty ? people.filter { !row.isNamedUnlike($0.name) } : same
        return alike.count == 1 ? alike.first : nil
    }
}
