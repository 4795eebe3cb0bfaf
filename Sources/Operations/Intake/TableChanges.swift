import Registers
import Storage
import Surveying

/// Cells to add to paired tables, gathered over many people.
struct TableChanges {
    private(set) var cells: [PairedTableKey: PairedCells] = [:]

    /// Counts what one person's counted responses contribute, so many times.
    ///
    /// For each pair of waves that the conference counts: a cell an item, in the table of the nation, of the
    /// conference, of the organisation's type, and of the organisation at the conference. Where someone's
    /// organisation changed between the waves, that of the later response holds.
    mutating func add(
        _ counted: [ResponseRecord], times: Int64, _ pairings: [ConferenceID: [CountedPairing]]
    ) throws {
        guard let conference = counted.first?.survey.conference else { return }
        var answers: [Wave: AnswerSet] = [:]
        for pairing in pairings[conference] ?? [] {
            let pair = pairing.layout.wavePair
            let first = counted.first { $0.survey.wave == pair.first }
            let second = counted.first { $0.survey.wave == pair.second }
            guard let placed = second ?? first else { continue }
            for row in [first, second].compactMap(\.self) where answers[row.survey.wave] == nil {
                answers[row.survey.wave] = try TableChanges.answers(of: row)
            }
            let own = pairing.layout.cells(
                first: first.flatMap { answers[$0.survey.wave] }, second: second.flatMap { answers[$0.survey.wave] },
                asked: pairing.asked)
            guard !own.isEmpty else { continue }
            for breakdown in TableChanges.breakdowns(of: placed) {
                let key = PairedTableKey(layout: pairing.layout.id, breakdown: breakdown.key)
                cells[key, default: PairedCells()].add(own, times: times)
            }
        }
    }

    /// The tables that change, in the order in which they are locked.
    var keys: [PairedTableKey] {
        cells.filter { !$0.value.isEmpty }.keys.sorted()
    }

    private static func breakdowns(of row: ResponseRecord) -> [TableBreakdown] {
        let conference = row.survey.conference
        var breakdowns: [TableBreakdown] = [
            .nation, .conference(conference), .cluster(conference, row.organisationKey),
        ]
        if let type = row.organisationType { breakdowns.append(.organisationType(type)) }
        return breakdowns
    }

    private static func answers(of row: ResponseRecord) throws -> AnswerSet {
        guard let json = row.answers, let answers = AnswerSet(json: json) else {
            throw StorageError.unexpectedRow("responses")
        }
        return answers
    }
}

/// A stored table that cannot be what the responses say: its bytes do not decode, or a count would fall below zero.
struct DamagedTable: Error {
    let key: PairedTableKey
}

extension TableChanges {
    /// Adds the cells to the stored tables, which are locked, read, and written in key order.
    func apply(in writer: any SQLWriting, dialect: SQLDialect) throws {
        let keys = keys
        guard !keys.isEmpty else { return }
        let stored = try PairedTableRecords.cells(keys, in: writer, dialect: dialect)
        var changed: [(key: PairedTableKey, cells: [UInt8])] = []
        changed.reserveCapacity(keys.count)
        for (key, bytes) in zip(keys, stored) {
            guard let change = cells[key] else { continue }
            let old: PairedCells
            do {
                old = try bytes.map { try PairedCells(decoding: $0) } ?? PairedCells()
            } catch {
                throw DamagedTable(key: key)
            }
            let new = old + change
            guard !new.hasNegative else { throw DamagedTable(key: key) }
            changed.append((key, new.encoded()))
        }
        try PairedTableRecords.put(changed, in: writer)
    }
}
