import Chronology
import Participants
import Registers
import Storage

/// Writes people and their registrations for one conference, meeting those who are stored already.
struct PeopleKeeping: Sendable {
    let conference: Conference
    let importedBy: ImportID?
    let now: Timestamp
    /// Addresses that nobody is stored under again.
    var erased = ErasedAddresses.none

    /// A person to keep, with the identifier they get if they are new.
    struct Candidate: Sendable {
        let id: ParticipantID
        let person: CleanParticipant
    }

    struct Kept: Sendable {
        var people = StoredPeople()
        /// By the line of the kept record; those in conflict are left out.
        var ids: [Int: ParticipantID] = [:]
        /// What was done to them, by the same line; those of whom nothing changed are left out.
        var effects: [Int: ImportEffect] = [:]
    }

    /// Somebody who was known, before and after the import.
    private struct Meeting {
        let person: CleanParticipant
        let stored: ParticipantRecord
        let filled: ParticipantRecord
    }

    /// People in the order of their addresses, with identifiers that ascend with it.
    ///
    /// Random keys would be written to places all over their indexes, and a chunk would touch nearly every page of
    /// a large store; so it walks each index once.
    func candidates(
        _ people: [CleanParticipant], using generator: inout some RandomNumberGenerator
    ) -> [Candidate] {
        let ids = people.map { _ in ParticipantID.random("p-", using: &generator) }.sorted()
        let keys = people.map(\.email.key)
        let places = keys.indices.sorted { keys[$0] < keys[$1] }
        return zip(ids, places).map { Candidate(id: $0, person: people[$1]) }
    }

    /// The people whose kept record is among the records.
    func candidates(
        for records: [RecordOutcome], of outcome: ImportOutcome, using generator: inout some RandomNumberGenerator
    ) -> [Candidate] {
        let people = records.compactMap { record -> CleanParticipant? in
            guard case .kept(let place) = record.verdict, outcome.kept.indices.contains(place) else { return nil }
            return outcome.kept[place]
        }
        return candidates(people, using: &generator)
    }

    func keep(_ people: [Candidate], in writer: any SQLWriting) throws -> Kept {
        var kept = Kept()
        let candidates = try withoutErased(people, &kept.people.erasedLines, in: writer)
        var changed: [ParticipantRecord] = []
        var registrations: [RegistrationRecord] = []
        var meetings: [Meeting] = []
        let known = try ParticipantRecords.insertNew(candidates.map(record), in: writer)
        for candidate in candidates {
            let person = candidate.person
            guard let stored = known[person.email.key] else {
                kept.ids[person.line] = candidate.id
                kept.effects[person.line] = .new
                kept.people.new += 1
                registrations.append(registration(of: person, candidate.id))
                continue
            }
            guard !person.isNamedUnlike(stored.name) else {
                // Somebody shares the erased person's address; the row is not about them.
                guard !erased.contains(person.email.key) else {
                    kept.people.erasedLines.append(person.line)
                    continue
                }
                kept.people.conflictingLines.append(person.line)
                continue
            }
            let filled = filled(stored, from: person)
            if filled != stored { changed.append(filled) }
            if filled == stored { kept.people.known += 1 } else { kept.people.filled += 1 }
            kept.ids[person.line] = stored.id
            registrations.append(registration(of: person, stored.id))
            meetings.append(Meeting(person: person, stored: stored, filled: filled))
        }
        let themes = try RegistrationRecords.themes(
            of: meetings.map(\.stored.id), conference: conference.id, in: writer)
        for meeting in meetings {
            let change = change(meeting, registeredFor: themes[meeting.stored.id])
            if !change.isEmpty { kept.effects[meeting.person.line] = .changed(change) }
        }
        kept.people.conflictingLines.sort()
        try ParticipantRecords.put(changed, in: writer)
        try RegistrationRecords.put(registrations, in: writer)
        return kept
    }

    /// Those who may be stored: whose address is no erased person's, or is somebody else's who is stored.
    private func withoutErased(
        _ candidates: [Candidate], _ erasedLines: inout [Int], in reader: any SQLReading
    ) throws -> [Candidate] {
        guard !erased.isEmpty else { return candidates }
        let doubtful = candidates.map(\.person.email.key).filter(erased.contains)
        let known = try ParticipantRecords.ids(byEmailKey: doubtful, board: conference.board, in: reader)
        let refused = Set(doubtful).subtracting(known.keys)
        erasedLines += candidates.filter { refused.contains($0.person.email.key) }.map(\.person.line)
        return candidates.filter { !refused.contains($0.person.email.key) }
    }

    /// Of known identifiers by line those of the people whom records were merged into.
    func ids(
        ofPeopleIn records: [RecordOutcome], of outcome: ImportOutcome, among known: [Int: ParticipantID]
    ) -> [Int: ParticipantID] {
        var ids: [Int: ParticipantID] = [:]
        for record in records {
            guard let place = Self.place(of: record), outcome.kept.indices.contains(place) else { continue }
            let line = outcome.kept[place].line
            if let id = known[line] { ids[line] = id }
        }
        return ids
    }

    func lines(
        _ records: [RecordOutcome], of outcome: ImportOutcome, ids: [Int: ParticipantID],
        effects: [Int: ImportEffect], cells: [Int: [String]]
    ) -> [ImportLineRecord] {
        records.map { record in
            let person = Self.place(of: record).flatMap { outcome.kept.indices.contains($0) ? outcome.kept[$0] : nil }
            var mergedInto: Int?
            if case .merged = record.verdict { mergedInto = person?.line }
            let id = person.flatMap { ids[$0.line] }
            let isErased = id == nil && person.map { erased.contains($0.email.key) } == true
            let isConflict = person != nil && id == nil && !isErased
            var isRejected = false
            if case .rejected = record.verdict { isRejected = true }
            return ImportLineRecord(
                line: record.line, endLine: record.endLine, outcome: record.word,
                reason: isErased ? RejectedRows.erased : isConflict ? RejectedRows.storedConflict : record.reason,
                mergedIntoLine: mergedInto,
                participant: id, warnings: record.warnings.names,
                cells: isConflict || isRejected ? cells[record.line].flatMap(withoutErased) : nil,
                effect: mergedInto == nil ? person.flatMap { effects[$0.line] } : nil)
        }
    }

    /// What a rejected row said, unless an erased address is in it.
    private func withoutErased(_ cells: [String]) -> [String]? {
        guard !erased.isEmpty else { return cells }
        return cells.contains { EmailAddress.keys(in: $0).contains(where: erased.contains) } ? nil : cells
    }

    /// What the import adds to somebody who is known.
    ///
    /// - Parameter chosen: the themes of the registration that is there; `nil` where there is none.
    private func change(_ meeting: Meeting, registeredFor chosen: Set<ThemeID>?) -> KnownPersonChange {
        let (stored, filled) = (meeting.stored, meeting.filled)
        let added = chosen.map { chosen in meeting.person.themes.filter { !chosen.contains($0) } } ?? []
        guard filled != stored else { return KnownPersonChange(isRegistered: chosen == nil, themes: added) }
        var fields: [KnownPersonChange.Field] = []
        if filled.name != stored.name { fields.append(.name) }
        if filled.municipality != stored.municipality { fields.append(.municipality) }
        if filled.county != stored.county { fields.append(.county) }
        if filled.role != stored.role { fields.append(.role) }
        var organisation: Organisation?
        if filled.organisationKey != stored.organisationKey {
            fields.append(.organisation)
            organisation = Organisation(key: nil, name: stored.organisationName, type: stored.organisationType)
        }
        return KnownPersonChange(
            isRegistered: chosen == nil, themes: added, filled: fields, county: stored.county,
            organisation: organisation,
            times: KnownPersonChange.Times(before: stored.updatedAt, after: filled.updatedAt))
    }

    private static func place(of record: RecordOutcome) -> Int? {
        switch record.verdict {
        case .kept(let place), .merged(let place, _): place
        case .rejected, .skipped: nil
        }
    }

    private func record(_ candidate: Candidate) -> ParticipantRecord {
        let person = candidate.person
        return ParticipantRecord(
            id: candidate.id, board: conference.board, email: person.email.text, emailKey: person.email.key,
            name: person.name, municipality: person.municipality, county: person.county,
            organisationKey: person.organisation.key, organisationName: person.organisation.name,
            organisationType: person.organisation.type, role: person.role, createdAt: now, updatedAt: now)
    }

    /// The stored person with what was empty filled; what is there stays.
    func filled(_ stored: ParticipantRecord, from person: CleanParticipant) -> ParticipantRecord {
        var filled = stored
        if filled.name.isEmpty { filled.name = person.name }
        if filled.municipality == nil, let municipality = person.municipality {
            filled.municipality = municipality
            filled.county = person.county
        }
        filled.county = filled.county ?? person.county
        if filled.organisationKey == nil, person.organisation.key != nil {
            filled.organisationKey = person.organisation.key
            filled.organisationName = person.organisation.name
            filled.organisationType = person.organisation.type
        }
        filled.role = filled.role ?? person.role
        if filled != stored { filled.updatedAt = now }
        return filled
    }

    private func registration(of person: CleanParticipant, _ id: ParticipantID) -> RegistrationRecord {
        RegistrationRecord(
            conference: conference.id, participant: id, status: .registered, importedBy: importedBy,
            themes: person.themes, registeredAt: now, updatedAt: now)
    }
}
