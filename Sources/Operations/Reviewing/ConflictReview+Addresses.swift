import Chronology
import Participants
import Registers
import Storage

extension ConflictReview {
    static let addressReasons = [RejectionReason.emailConflictName.rawValue, StoredReason.emailConflict.rawValue]

    /// Rows with one address and one name are one conflict, whatever imports they stand in.
    func addressConflicts(_ scope: Scope, in reader: any SQLReading) throws -> [Conflict] {
        var order: [String] = []
        var groups: [String: [RowGroup]] = [:]
        var holders: [BoardID: AddressHolders] = [:]
        for group in try rowGroups(importID: nil, scope, in: reader) {
            let key = Self.key(of: group)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(group)
        }
        return try order.compactMap { key in
            guard let rows = groups[key], let first = rows.first else { return nil }
            let board = first.head.board
            let known = try holders[board] ?? AddressHolderRecords.all(board: board, in: reader)
            holders[board] = known
            let people = try people(atAddressOf: first, known, in: reader)
            return Conflict(
                board: first.head.board, key: key,
                subject: .address(name: first.person.name, email: first.person.email.text, people: people),
                place: first.head.place, rows: rows)
        }
    }

    /// The rows that stored nobody because of their address, read again as people by the rules of the import.
    ///
    /// - Parameter reasons: of the rows.
    func rowGroups(
        importID: ImportID?, reasons: [String] = Self.addressReasons, _ scope: Scope, in reader: any SQLReading
    ) throws -> [RowGroup] {
        struct Head: Hashable {
            var importID: ImportID
            var line: Int
        }
        let rows = try WaitingRowRecords.withoutPerson(
            reasons: reasons, importID: importID, scope, in: reader)
        var followers: [Head: [WaitingRow]] = [:]
        for row in rows {
            guard let line = row.mergedIntoLine else { continue }
            followers[Head(importID: row.importID, line: line), default: []].append(row)
        }
        return rows.compactMap { row in
            guard row.mergedIntoLine == nil else { return nil }
            let merged = followers[Head(importID: row.importID, line: row.line)] ?? []
            guard let person = importer.person(row.headings, of: ([row] + merged).map { $0.cells ?? [] }) else {
                return nil
            }
            return RowGroup(head: row, followers: merged, person: person)
        }
    }

    func people(
        atAddressOf group: RowGroup, _ holders: AddressHolders, in reader: any SQLReading
    ) throws -> [ParticipantRecord] {
        try AddressHolderRecords.people(
            at: [group.person.email.key], holders, board: group.head.board, in: reader
        ).values.first ?? []
    }

    static func key(of group: RowGroup, named name: String? = nil) -> String {
        key(of: group.person, named: name, board: group.head.board)
    }

    static func key(of row: CleanParticipant, named name: String? = nil, board: BoardID) -> String {
        key(ofRowNamed: name ?? row.name, at: row.email.key, board: board)
    }

    static func key(ofRowNamed name: String, at addressKey: String, board: BoardID) -> String {
        Conflict.key(.address, [board.rawValue, addressKey, Fold.folded(name)])
    }

    func settle(_ ruling: Ruling, _ name: String, _ people: [ParticipantRecord], in writer: any SQLWriting) throws {
        let rows = ruling.conflict.rows
        switch ruling.decision {
        case .ignore:
            for group in rows { try ignore(group, in: writer) }
            try ReviewDecisionRecords.insert(ruling.record(about: people.first?.id), in: writer)
        case .shared:
            guard let first = rows.first else { return }
            let keys = SharedAddress.emailKeys(of: first.person.email.key)
            let taken = Set(people.map(\.emailKey) + (people.isEmpty ? [] : keys.prefix(1)))
            let holders = try AddressHolderRecords.ofOtherAddresses(board: ruling.conflict.board, in: writer)
            guard let free = keys.first(where: { !taken.contains($0) && !holders.isOther($0) }) else {
                throw ReviewError.tooManyShare(people.count)
            }
            let email = first.person.email.ofPerson(SharedAddress.personNumber(of: free))
            for group in rows {
                try keep(group, email: email, name: name, id: ruling.newID, at: ruling.now, in: writer)
            }
            try ReviewDecisionRecords.insert(ruling.record(about: ruling.newID), in: writer)
        case .same(let number), .newName(let number):
            guard people.indices.contains(number - 1) else { return }
            let stored = people[number - 1]
            for group in rows { try keep(group, as: stored, at: ruling.now, in: writer) }
            guard case .newName = ruling.decision else {
                return try ReviewDecisionRecords.insert(ruling.record(about: stored.id), in: writer)
            }
            try rename(stored.id, ruling, name, in: writer)
        case .municipality, .asStored, .merge, .different:
            return
        }
    }

    /// The row is about somebody who is stored.
    ///
    /// - Returns: what it did to them.
    @discardableResult
    func keep(
        _ group: RowGroup, as stored: ParticipantRecord, at now: Timestamp, in writer: any SQLWriting
    ) throws -> ImportEffect? {
        try keep(
            group, email: EmailAddress(text: stored.email, key: stored.emailKey), name: stored.name, id: stored.id,
            at: now, in: writer)
    }

    @discardableResult
    private func keep(
        _ group: RowGroup, email: EmailAddress, name: String, id: ParticipantID, at now: Timestamp,
        in writer: any SQLWriting
    ) throws -> ImportEffect? {
        let row = group.head
        guard
            let conference = try ConferenceRecords.find(row.conference, .board(row.board), in: writer).map(
                Conference.init)
        else { throw StorageError.unexpectedRow("imports") }
        var person = group.person
        person.email = email
        person.name = name
        let keeping = PeopleKeeping(conference: conference, importedBy: row.importID, now: now)
        let kept = try keeping.keep([PeopleKeeping.Candidate(id: id, person: person)], in: writer)
        let effect = try StatusKeeping.registeredAgain(
            kept.ids[person.line], by: row, kept.effects[person.line], at: now, in: writer)
        try WaitingRowRecords.settle(row, as: kept.ids[person.line], effect: effect, in: writer)
        for follower in group.followers {
            try WaitingRowRecords.settle(follower, as: kept.ids[person.line], effect: nil, in: writer)
        }
        try ImportMunicipalityRecords.insert(
            [person.municipalityDoubt(at: row.line)].compactMap(\.self), of: row.importID, in: writer)
        // Of somebody whose municipality is known nothing is asked.
        try ImportMunicipalityRecords.forgetAnswered(in: writer)
        return effect
    }

    /// The row is nobody's and waits no longer.
    func ignore(_ group: RowGroup, in writer: any SQLWriting) throws {
        for row in [group.head] + group.followers {
            try WaitingRowRecords.setReason(StoredReason.emailConflictIgnored.rawValue, of: row, in: writer)
        }
    }

    /// The row's name takes the place of the stored one, which is remembered as the same person's.
    private func rename(
        _ id: ParticipantID, _ ruling: Ruling, _ name: String, in writer: any SQLWriting
    ) throws {
        guard let group = ruling.conflict.rows.first,
            var person = try ParticipantRecords.find(id, .board(ruling.conflict.board), in: writer)
        else { return }
        let former = person
        person.name = name
        person.updatedAt = ruling.now
        try ParticipantRecords.update(person, in: writer)
        try WaitingRowRecords.amend(
            group.head.importID, line: group.head.line, of: former, at: ruling.now, in: writer)
        try ReviewDecisionRecords.insert(
            ruling.record(about: id, former: ReviewDecisionRecord.FormerValues(name: former.name)), in: writer)
        var other = ruling.record(about: id)
        other.key = Self.key(of: group, named: former.name)
        other.decision = ConflictDecision.same(person: 1).word
        if try ReviewDecisionRecords.find(other.key, board: other.board, in: writer) == nil {
            try ReviewDecisionRecords.insert(other, in: writer)
        }
    }
}

extension Conference {
    init(_ record: ConferenceRecord) {
        self.init(
            id: record.id, date: record.date, place: record.place, hostMunicipality: record.hostMunicipality,
            hostCounty: record.hostCounty, counties: record.counties, board: record.board, themes: record.themes)
    }
}

extension WaitingRow {
    var place: Conflict.Place {
        Conflict.Place(importID: importID, conference: conference, file: fileName, line: line)
    }
}
