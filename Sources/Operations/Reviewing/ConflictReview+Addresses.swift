import Chronology
import Participants
import Registers
import Storage

extension ConflictReview {
    static let addressReasons = [RejectionReason.emailConflictName.rawValue, RejectedRows.storedConflict]

    /// Rows with one address and one name are one conflict, whatever imports they stand in.
    func addressConflicts(_ scope: Scope, in reader: any SQLReading) throws -> [Conflict] {
        var order: [String] = []
        var groups: [String: [RowGroup]] = [:]
        for group in try rowGroups(importID: nil, scope, in: reader) {
            let key = Self.key(of: group)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(group)
        }
        return try order.compactMap { key in
            guard let rows = groups[key], let first = rows.first else { return nil }
            let people = try people(atAddressOf: first, in: reader)
            return Conflict(
                board: first.head.board, key: key,
                subject: .address(name: first.person.name, email: first.person.email.text, people: people),
                place: first.head.place, rows: rows)
        }
    }

    /// The rows that stored nobody because of their address, read again as people by the rules of the import.
    func rowGroups(importID: ImportID?, _ scope: Scope, in reader: any SQLReading) throws -> [RowGroup] {
        struct Head: Hashable {
            var importID: ImportID
            var line: Int
        }
        let rows = try WaitingRowRecords.withoutPerson(
            reasons: Self.addressReasons, importID: importID, scope, in: reader)
        var followers: [Head: [WaitingRow]] = [:]
        for row in rows {
            guard let line = row.mergedIntoLine else { continue }
            followers[Head(importID: row.importID, line: line), default: []].append(row)
        }
        return rows.compactMap { row in
            guard row.mergedIntoLine == nil else { return nil }
            let merged = followers[Head(importID: row.importID, line: row.line)] ?? []
            let cells = [row.headings] + ([row] + merged).map { $0.cells ?? [] }
            let sheet = ImportSheet(
                name: "", isVisible: true,
                rows: cells.enumerated().map { ImportRow(line: $0.offset + 1, cells: $0.element) })
            guard let person = try? importer.outcome(of: .sheets([sheet])).kept.first else { return nil }
            return RowGroup(head: row, followers: merged, person: person)
        }
    }

    func people(atAddressOf group: RowGroup, in reader: any SQLReading) throws -> [ParticipantRecord] {
        try ParticipantRecords.sharing(
            SharedAddress.addressKey(of: group.person.email.key), board: group.head.board, in: reader)
    }

    static func key(of group: RowGroup, named name: String? = nil) -> String {
        Conflict.key(
            .address, [group.head.board.rawValue, group.person.email.key, Fold.folded(name ?? group.person.name)])
    }

    func settle(_ ruling: Ruling, _ name: String, _ people: [ParticipantRecord], in writer: any SQLWriting) throws {
        let rows = ruling.conflict.rows
        switch ruling.decision {
        case .ignore:
            for group in rows { try drop(group, in: writer) }
            try ReviewDecisionRecords.insert(ruling.record(about: people.first?.id), in: writer)
        case .shared:
            guard let first = rows.first else { return }
            let keys = SharedAddress.emailKeys(of: first.person.email.key)
            var taken = Set(people.map(\.emailKey) + (people.isEmpty ? [] : keys.prefix(1)))
            taken.formUnion(
                try OtherAddressRecords.addresses(of: keys, board: ruling.conflict.board, in: writer).keys)
            guard let free = keys.first(where: { !taken.contains($0) }) else {
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
    func keep(
        _ group: RowGroup, as stored: ParticipantRecord, at now: Timestamp, in writer: any SQLWriting
    ) throws {
        try keep(
            group, email: EmailAddress(text: stored.email, key: stored.emailKey), name: stored.name, id: stored.id,
            at: now, in: writer)
    }

    private func keep(
        _ group: RowGroup, email: EmailAddress, name: String, id: ParticipantID, at now: Timestamp,
        in writer: any SQLWriting
    ) throws {
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
        try WaitingRowRecords.settle(row, as: kept.ids[person.line], effect: kept.effects[person.line], in: writer)
        for follower in group.followers {
            try WaitingRowRecords.settle(follower, as: kept.ids[person.line], effect: nil, in: writer)
        }
        try ImportMunicipalityRecords.insert(
            [person.municipalityDoubt(at: row.line)].compactMap(\.self), of: row.importID, in: writer)
    }

    func drop(_ group: RowGroup, in writer: any SQLWriting) throws {
        for row in [group.head] + group.followers {
            try WaitingRowRecords.settle(row, as: nil, effect: nil, in: writer)
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
