import Chronology
import Participants
import Registers
import Storage

extension ConflictReview {
    /// Takes a decision back so that its conflict is open again, as long as nothing stands on it.
    ///
    /// - Throws: ``ReviewError`` that says what to undo.
    func takeBack(_ decided: ReviewDecisionRecord, _ ruling: (now: Timestamp, scope: Scope), in writer: any SQLWriting)
        throws
    {
        switch ConflictDecision(word: decided.decision, municipality: decided.municipality) {
        case .different, .asStored: break
        case .municipality(let code): try empty(decided, code, at: ruling.now, ruling.scope, in: writer)
        case .ignore:
            guard try wakeIgnored(key: decided.key, decided.board, in: writer) > 0 else {
                throw ReviewError.rowsGone(decided.importID)
            }
        case .merge: throw ReviewError.merged
        case .same, .newName, .shared, nil:
            throw ReviewError.decidedBefore(word: decided.decision, at: decided.decidedAt, undo: decided.importID)
        }
        try ReviewDecisionRecords.remove([decided.key], board: decided.board, in: writer)
    }

    /// The person's municipality is again what it was before the decision gave it.
    private func empty(
        _ decided: ReviewDecisionRecord, _ code: MunicipalityCode, at now: Timestamp, _ scope: Scope,
        in writer: any SQLWriting
    ) throws {
        guard let id = decided.participant, var person = try ParticipantRecords.find(id, scope, in: writer),
            person.municipality == code
        else { throw ReviewError.changedSince }
        person.municipality = decided.former?.place?.municipality
        person.county = decided.former?.place?.county
        if let organisation = decided.former?.organisation, person.organisationKey == .municipality(code) {
            person.organisationKey = organisation.key
            person.organisationName = organisation.name
            person.organisationType = organisation.type
        }
        person.updatedAt = now
        try ParticipantRecords.update(person, in: writer)
    }

    /// Rows that were decided to be nobody's wait again, where their conflict is no longer decided.
    ///
    /// - Parameter key: of the conflict; `nil` for all that no decision stands for.
    /// - Returns: how many rows.
    @discardableResult
    func wakeIgnored(key: String? = nil, _ board: BoardID, in writer: any SQLWriting) throws -> Int {
        var woken = 0
        for group in try rowGroups(
            importID: nil, reasons: [StoredReason.emailConflictIgnored.rawValue], .board(board), in: writer)
        {
            let own = Self.key(of: group)
            guard try key.map({ $0 == own }) ?? (ReviewDecisionRecords.find(own, board: board, in: writer) == nil)
            else { continue }
            for row in [group.head] + group.followers {
                let reason =
                    row.isRejected ? RejectionReason.emailConflictName.rawValue : StoredReason.emailConflict.rawValue
                try WaitingRowRecords.setReason(reason, of: row, in: writer)
                woken += 1
            }
        }
        return woken
    }
}
