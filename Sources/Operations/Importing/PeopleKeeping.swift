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
        let places = ByteOrder.places(of: people.map(\.email.key))
        return zip(ids, places).map { Candidate(id: $0, person: people[$1]) }
    }

    func keep(_ people: [Candidate], in writer: any SQLWriting) throws -> Kept {
        var kept = Kept()
        let candidates = try withoutErased(people, &kept.people.erasedLines, in: writer)
        let known = try ParticipantRecords.insertNew(candidates.map(record), in: writer)
        try keep(candidates, meeting: known, &kept, in: writer)
        return kept
    }

    /// Registers people who have been inserted, and adds to those who were stored what was empty.
    ///
    /// - Parameter known: who was stored already, by address key.
    func keep(
        _ candidates: [Candidate], meeting known: [String: ParticipantRecord], in writer: any SQLWriting
    ) throws -> Kept {
        var kept = Kept()
        try keep(candidates, meeting: known, &kept, in: writer)
        return kept
    }

    private func keep(
        _ candidates: [Candidate], meeting known: [String: ParticipantRecord], _ kept: inout Kept,
        in writer: any SQLWriting
    ) throws {
        var changed: [ParticipantRecord] = []
        var registrations: [RegistrationRecord] = []
        var meetings: [Meeting] = []
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

    func lines(
        _ records: [RecordOutcome], of outcome: ImportOutcome, ids: [Int: ParticipantID],
        effects: [Int: ImportEffect], cells: [Int: [String]]
    ) -> [ImportLineRecord] {
        records.map { record in
            var line = ImportLineRecord(
                line: record.line, endLine: record.endLine, outcome: record.word, reason: record.reason,
                warnings: record.warnings.names)
            guard let place = record.person, outcome.kept.indices.contains(place) else {
                if record.isRejected { line.cells = cells[record.line].flatMap(withoutErased) }
                return line
            }
            let kept = outcome.kept[place].line
            line.participant = ids[kept]
            if case .merged = record.verdict { line.mergedIntoLine = kept } else { line.effect = effects[kept] }
            if line.participant == nil {
                let isErased = erased.contains(outcome.kept[place].email.key)
                line.reason = isErased ? StoredReason.emailErased.rawValue : StoredReason.emailConflict.rawValue
                if !isErased { line.cells = cells[record.line].flatMap(withoutErased) }
            }
            return line
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

    func record(_ candidate: Candidate) -> ParticipantRecord {
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

    func registration(of person: CleanParticipant, _ id: ParticipantID) -> RegistrationRecord {
        RegistrationRecord(
            conference: conference.id, participant: id, status: .registered, importedBy: importedBy,
            themes: person.themes, registeredAt: now, updatedAt: now)
    }
}
