import Participants
import Storage

/// The records of a list in the order in which they are written: people in the order of their addresses, all records of
/// one beside each other; then the records that are nobody's, in the order of the list.
///
/// Random keys would be written to places all over their indexes, and each chunk would touch nearly every page of a
/// large store. So identifiers ascend with the addresses, and a whole import walks each index of people once.
struct ImportOrder {
    private let outcome: ImportOutcome
    private let records: [RecordOutcome]
    /// Places among the records.
    private let order: [Int]
    /// How many of them are somebody's.
    private let people: Int
    /// Of those whose kept record is among the records, in the order of their addresses.
    private let ids: [ParticipantID]
    private var written = 0
    private var identified = 0

    /// - Parameters:
    ///   - records: of the outcome, in the order of the list; those that are stored already are left out.
    ///   - generator: makes the identifiers.
    init(
        _ records: [RecordOutcome], of outcome: ImportOutcome, using generator: inout some RandomNumberGenerator
    ) {
        self.outcome = outcome
        self.records = records
        let keys = outcome.kept.map(\.email.key)
        var ranks = [Int](repeating: 0, count: keys.count)
        for (rank, place) in ByteOrder.places(of: keys).enumerated() { ranks[place] = rank }
        func rank(_ record: RecordOutcome) -> Int {
            guard let place = record.person, ranks.indices.contains(place) else { return ranks.count }
            return ranks[place]
        }
        // Counted rather than sorted: where the records of each rank begin, and then each record to its place.
        var places = [Int](repeating: 0, count: ranks.count + 2)
        for record in records { places[rank(record) + 1] += 1 }
        for rank in places.indices.dropFirst() { places[rank] += places[rank - 1] }
        var order = [Int](repeating: 0, count: records.count)
        for (place, record) in records.enumerated() {
            let rank = rank(record)
            order[places[rank]] = place
            places[rank] += 1
        }
        self.order = order
        // Each rank has been moved to where the next begins.
        people = ranks.isEmpty ? 0 : places[ranks.count - 1]
        let kept = records.count { if case .kept = $0.verdict { true } else { false } }
        let drawn = (0..<kept).map { _ in ParticipantID.random("p-", using: &generator) }
        ids = ByteOrder.places(of: drawn.map(\.rawValue)).map { drawn[$0] }
    }

    /// The next records, somebody's or nobody's, and the people whose kept record is among them, with the identifiers
    /// they get if they are new.
    ///
    /// - Parameter size: how many at most.
    mutating func next(_ size: Int) -> (records: [RecordOutcome], candidates: [PeopleKeeping.Candidate]) {
        let end = written < people ? people : order.count
        // The first are short: nothing is written while the first is made ready, and a quarter of a chunk is written
        // sooner than a whole one is made.
        let size = max(1, written == 0 ? size / 4 : written < size ? size / 2 : size)
        let chunk = order[written..<min(written + size, end)].map { records[$0] }
        written += chunk.count
        var candidates: [PeopleKeeping.Candidate] = []
        for record in chunk {
            guard case .kept(let place) = record.verdict, identified < ids.count,
                outcome.kept.indices.contains(place)
            else { continue }
            candidates.append(PeopleKeeping.Candidate(id: ids[identified], person: outcome.kept[place]))
            identified += 1
        }
        return (chunk, candidates)
    }
}

extension RecordOutcome {
    /// The place among the kept of whoever the record is or was merged into.
    var person: Int? {
        switch verdict {
        case .kept(let place), .merged(let place, _): place
        case .rejected, .skipped: nil
        }
    }

    var isRejected: Bool { if case .rejected = verdict { true } else { false } }
}
