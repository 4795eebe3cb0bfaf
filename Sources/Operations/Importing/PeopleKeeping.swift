import Chronology
import Participants
import Registers
import Storage

/// Writes people and their registrations for one conference, meeting those who are stored already.
struct PeopleKeeping: Sendable {
    let conference: Conference
    let importedBy: ImportID?
    let now: Timestamp

    /// A person to keep, with the identifier they get if they are new.
    struct Candidate: Sendable {
        let id: ParticipantID
        let person: CleanParticipant
    }

    struct Kept: Sendable {
        var people = StoredPeople()
        /// By the line of the kept record; those in conflict are left out.
        var ids: [Int: ParticipantID] = [:]
    }

    func candidates(
        _ people: [CleanParticipant], using generator: inout some RandomNumberGenerator
    ) -> [Candidate] {
        people.map { Candidate(id: .random("p-", using: &generator), person: $0) }
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

    func keep(_ candidates: [Candidate], in writer: any SQLWriting) throws -> Kept {
        var kept = Kept()
        var puts: [ParticipantRecord] = []
        var registrations: [RegistrationRecord] = []
        let known = try ParticipantRecords.ids(
            byEmailKey: candidates.map(\.person.email.key), board: conference.board, in: writer)
        for candidate in candidates {
            let person = candidate.person
            guard known[person.email.key] != nil,
                let stored = try ParticipantRecords.find(
                    emailKey: person.email.key, board: conference.board, in: writer)
            else {
                puts.append(record(candidate))
                kept.ids[person.line] = candidate.id
                kept.people.new += 1
                registrations.append(registration(of: person, candidate.id))
                continue
            }
            guard !person.isNamedUnlike(stored.name) else {
                kept.people.conflictingLines.append(person.line)
                continue
            }
            let filled = filled(stored, from: person)
            if filled != stored { puts.append(filled) }
            if filled == stored { kept.people.known += 1 } else { kept.people.filled += 1 }
            kept.ids[person.line] = stored.id
            registrations.append(registration(of: person, stored.id))
        }
        try ParticipantRecords.put(puts, in: writer)
        try RegistrationRecords.put(registrations, in: writer)
        return kept
    }

    func lines(
        _ records: [RecordOutcome], of outcome: ImportOutcome, ids: [Int: ParticipantID]
    ) -> [ImportLineRecord] {
        records.map { record in
            let person = Self.place(of: record).flatMap { outcome.kept.indices.contains($0) ? outcome.kept[$0] : nil }
            var mergedInto: Int?
            if case .merged = record.verdict { mergedInto = person?.line }
            return ImportLineRecord(
                line: record.line, endLine: record.endLine, outcome: record.word, reason: record.reason,
                mergedIntoLine: mergedInto, participant: person.flatMap { ids[$0.line] },
                warnings: record.warnings.names)
        }
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
    private func filled(_ stored: ParticipantRecord, from person: CleanParticipant) -> ParticipantRecord {
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
