import Participants
import Registers
import Storage

extension ConflictReview {
    /// Every two people of a board who have the same folded name and municipality and not the same address.
    static func duplicates(_ scope: Scope, in reader: any SQLReading) throws -> [Conflict] {
        struct Identity: Hashable {
            var name: String
            var municipality: MunicipalityCode
        }
        var conflicts: [Conflict] = []
        for board in try boards(scope, in: reader) {
            var met: [Identity: [ParticipantRecord]] = [:]
            for person in try ParticipantRecords.list(board: board, in: reader) {
                let name = Fold.folded(person.name)
                guard !name.isEmpty, let municipality = person.municipality else { continue }
                let identity = Identity(name: name, municipality: municipality)
                for other in met[identity] ?? []
                where SharedAddress.addressKey(of: other.emailKey) != SharedAddress.addressKey(of: person.emailKey) {
                    conflicts.append(
                        Conflict(
                            board: board,
                            key: Conflict.key(
                                .duplicate, [board.rawValue] + [other.emailKey, person.emailKey].sorted()),
                            subject: .duplicate(other, person), place: nil, rows: []))
                }
                met[identity, default: []].append(person)
            }
        }
        return conflicts
    }

    private static func boards(_ scope: Scope, in reader: any SQLReading) throws -> [BoardID] {
        switch scope {
        case .node: try BoardRecords.all(in: reader).map(\.id)
        case .board(let board): [board]
        }
    }

    /// The one who is bound by letters, links or answers is kept; else the one whose address takes letters; else the
    /// one who was stored first. What the kept one lacks comes from the other; an opt-out goes with the person.
    func settle(
        _ ruling: Ruling, _ first: ParticipantRecord, _ second: ParticipantRecord, in writer: any SQLWriting
    ) throws {
        guard ruling.decision == .merge else {
            return try ReviewDecisionRecords.insert(ruling.record(about: first.id), in: writer)
        }
        let (isFirstBound, isSecondBound) = (
            try PersonMerging.isBound(first.id, in: writer), try PersonMerging.isBound(second.id, in: writer)
        )
        guard !isFirstBound || !isSecondBound else { throw ReviewError.bothBound }
        func suppression(_ person: ParticipantRecord) throws -> SuppressionReason? {
            try SuppressionRecords.reason(
                addressKey: SharedAddress.addressKey(of: person.emailKey), board: person.board, in: writer)
        }
        let (ofFirst, ofSecond) = (try suppression(first), try suppression(second))
        let isSecondKept = isSecondBound || !isFirstBound && ofFirst == .bounced && ofSecond != .bounced
        var kept = isSecondKept ? second : first
        let lost = isSecondKept ? first : second
        kept.county = kept.county ?? lost.county
        kept.role = kept.role ?? lost.role
        if kept.organisationKey == nil, lost.organisationKey != nil {
            kept.organisationKey = lost.organisationKey
            kept.organisationName = lost.organisationName
            kept.organisationType = lost.organisationType
        }
        kept.updatedAt = ruling.now
        try ParticipantRecords.update(kept, in: writer)
        try PersonMerging.move(from: lost, to: kept.id, at: ruling.now, in: writer)
        let (lostKey, keptKey) = (
            SharedAddress.addressKey(of: lost.emailKey), SharedAddress.addressKey(of: kept.emailKey)
        )
        for stream in try OptOutRecords.streams(addressKey: lostKey, board: lost.board, in: writer) {
            try OptOutRecords.put(stream, addressKey: keptKey, board: kept.board, at: ruling.now, in: writer)
        }
        if let reason = isSecondKept ? ofFirst : ofSecond, reason != .bounced {
            try SuppressionRecords.put(
                addressKey: keptKey, board: kept.board, reason: reason, at: ruling.now, in: writer)
        }
        try ReviewDecisionRecords.insert(ruling.record(about: kept.id), in: writer)
    }
}
