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

    /// What was settled.
    struct Settled: Sendable {
        /// Lines that no longer wait.
        var lines: [Int] = []
        /// Those who had been cancelled and are registered again.
        var people = StoredPeople()
    }

    /// Settles what can be settled, in one transaction. What waits already when nothing is new waits on: repeating it
    /// changes nothing.
    func apply(to id: ImportID, of board: BoardID, at now: Timestamp) async throws -> Settled {
        let isWaiting = try await review.store.read { reader in
            try WaitingRowRecords.countWithoutPerson(
                reasons: ConflictReview.addressReasons, importID: id, .board(board), in: reader) > 0
        }
        guard isWaiting else { return Settled() }
        return try await review.store.write { writer in
            var settled = Settled()
            let holders = try AddressHolderRecords.all(board: board, in: writer)
            for group in try review.rowGroups(importID: id, .board(board), in: writer)
            where try settle(group, holders, &settled.people, at: now, in: writer) {
                settled.lines += [group.head.line] + group.followers.map(\.line)
            }
            settled.lines.sort()
            return settled
        }
    }

    private func settle(
        _ group: RowGroup, _ holders: AddressHolders, _ told: inout StoredPeople, at now: Timestamp,
        in writer: any SQLWriting
    ) throws -> Bool {
        func keep(as person: ParticipantRecord) throws {
            let effect = try review.keep(group, as: person, at: now, in: writer)
            if effect?.change?.status != nil { told.registeredAgain += 1 }
        }
        let people = try review.people(atAddressOf: group, holders, in: writer)
        let key = ConflictReview.key(of: group)
        if let decision = try ReviewDecisionRecords.find(key, board: group.head.board, in: writer) {
            if decision.decision == ConflictDecision.ignore.word {
                try review.ignore(group, in: writer)
                return true
            }
            if let person = people.first(where: { $0.id == decision.participant }) {
                try keep(as: person)
                return true
            }
        }
        let meant = AddressHolders.meant(by: group.person.name, among: people, named: \.name)
        guard let person = meant.first, meant.count == 1 else { return false }
        try keep(as: person)
        return true
    }
}
