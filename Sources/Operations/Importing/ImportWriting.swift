import Participants
import Registers
import Storage

/// Writes the records of one list, chunk by chunk.
struct ImportWriting: Sendable {
    let id: ImportID
    let file: ImportedFile
    let outcome: ImportOutcome
    let keeping: PeopleKeeping
    let statuses: StatusKeeping

    struct Written: Sendable {
        var people: StoredPeople
        /// By the line of the kept record.
        var ids: [Int: ParticipantID]
    }

    /// Makes what is written, perhaps while another chunk is.
    func chunk(
        _ records: [RecordOutcome], _ candidates: [PeopleKeeping.Candidate], cells: [Int: [String]]
    ) -> ImportChunk {
        ImportChunk(
            records: records, candidates: candidates, cells: cells, asNew: asNew(records, candidates, cells))
    }

    /// - Parameter known: whom the records' people were stored as before this chunk, by line.
    func write(
        _ chunk: ImportChunk, known: [Int: ParticipantID], to store: any StorageDriver
    ) async throws -> Written {
        @Sendable func body(_ writer: any SQLWriting) throws -> Written {
            guard try ImportRecords.stands(id, of: keeping.conference.id, in: writer) else {
                throw ImportInterruption.undone(id)
            }
            return try write(chunk, known: chunk.asNew == nil ? known : [:], in: writer)
        }
        // All that a chunk of new people refers to is looked up or added in it.
        return chunk.asNew == nil ? try await store.write(body) : try await store.add(body)
    }

    private func write(_ chunk: ImportChunk, known: [Int: ParticipantID], in writer: any SQLWriting) throws -> Written {
        var kept: PeopleKeeping.Kept
        if let new = chunk.asNew,
            try AddressHolderRecords.ofOtherAddresses(board: keeping.conference.board, in: writer).isEmpty
        {
            let candidates = chunk.candidates
            let stored = try ParticipantRecords.insertNew(
                new.people, board: keeping.conference.board, in: writer
            ) { (candidates[$0].id, candidates[$0].person.email.key) }
            if stored.isEmpty {
                try RegistrationRecords.insert(new.registrations, in: writer)
                try ImportRecords.insert(new.lines, in: writer)
                return try finish(chunk, new.kept, in: writer)
            }
            kept = try keeping.keep(candidates, meeting: stored, in: writer)
        } else {
            kept = try keeping.keepKnowingOtherAddresses(chunk.candidates, in: writer)
        }
        let settled = try statuses.settle(chunk.records, kept: kept.ids, in: writer)
        let ids = known.merging(kept.ids) { _, new in new }
        let lines = keeping.lines(
            chunk.records, of: outcome, ids: ids, effects: kept.effects, cells: try cells(for: chunk, ids))
        try ImportRecords.insert(settled.recorded(in: lines), of: id, in: writer)
        kept.people = kept.people + settled.people
        return try finish(chunk, kept, in: writer)
    }

    private func finish(
        _ chunk: ImportChunk, _ kept: PeopleKeeping.Kept, in writer: any SQLWriting
    ) throws -> Written {
        try ImportMunicipalityRecords.insert(Self.municipalities(of: chunk.candidates, kept), of: id, in: writer)
        return Written(people: kept.people, ids: kept.ids)
    }

    private func asNew(
        _ records: [RecordOutcome], _ candidates: [PeopleKeeping.Candidate], _ cells: [Int: [String]]
    ) -> ImportChunk.NewPeople? {
        guard !statuses.concerns(records),
            keeping.erased.isEmpty || !candidates.contains(where: { keeping.erased.contains($0.person.email.key) })
        else { return nil }
        let kept = Self.kept(asNew: candidates)
        // Somebody whose kept record was in an earlier chunk may have been known.
        let isWhole = records.allSatisfy { record in
            guard let place = record.person, outcome.kept.indices.contains(place) else { return true }
            return kept.ids[outcome.kept[place].line] != nil
        }
        guard isWhole else { return nil }
        let lines = keeping.lines(records, of: outcome, ids: kept.ids, effects: kept.effects, cells: cells)
        return ImportChunk.NewPeople(
            people: ParticipantRecords.rows(of: candidates.lazy.map(keeping.record)),
            registrations: RegistrationRecords.rows(
                of: candidates.map { keeping.registration(of: $0.person, $0.id) }),
            lines: ImportRecords.rows(of: lines, of: id), kept: kept)
    }

    private static func kept(asNew candidates: [PeopleKeeping.Candidate]) -> PeopleKeeping.Kept {
        var kept = PeopleKeeping.Kept()
        kept.ids.reserveCapacity(candidates.count)
        kept.effects.reserveCapacity(candidates.count)
        for candidate in candidates {
            kept.ids[candidate.person.line] = candidate.id
            kept.effects[candidate.person.line] = .new
        }
        kept.people.new = candidates.count
        return kept
    }

    /// What stands in the records that wait for a person: besides the rejected ones those in conflict with somebody who
    /// is stored, which are seldom, and read from the list once more.
    private func cells(for chunk: ImportChunk, _ ids: [Int: ParticipantID]) throws -> [Int: [String]] {
        let waiting = chunk.records.filter { record in
            guard let place = record.person, outcome.kept.indices.contains(place) else { return false }
            let person = outcome.kept[place]
            return ids[person.line] == nil && !keeping.erased.contains(person.email.key)
        }
        guard !waiting.isEmpty else { return chunk.cells }
        var listed = ListedCells(try file.source(), of: outcome)
        return chunk.cells.merging(listed.cells(of: waiting)) { rejected, _ in rejected }
    }

    /// Those that a person has to choose among, for the people who were stored.
    private static func municipalities(
        of candidates: [PeopleKeeping.Candidate], _ kept: PeopleKeeping.Kept
    ) -> [ImportMunicipalityRecords.Doubt] {
        candidates.compactMap { kept.ids[$0.person.line] == nil ? nil : $0.person.municipalityDoubt }
    }
}
