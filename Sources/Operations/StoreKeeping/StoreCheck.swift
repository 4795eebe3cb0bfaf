import Registers
public import Storage
import Surveying

/// Whether a store is whole, and whether its tables are what its answers say.
public struct StoreCheck: Sendable, Hashable {
    /// What the backend found wrong with the file, its indexes or its references; without any value of a row.
    public internal(set) var damages: [String] = []
    /// Paired tables that differ from those counted from the answers.
    public internal(set) var wrongTables: [PairedTableKey] = []
    /// Responses that count though a later one of the same person and survey is there, or do not though they should.
    public internal(set) var wronglyCounted = 0
    /// Answers that cannot be read.
    public internal(set) var unreadable = 0
    /// Steps of the schema that were taken; none in a file that genklang never made a store of.
    public internal(set) var takenSteps: [String] = []
    /// Steps of the schema that are left to take; nothing else is checked then.
    public internal(set) var pendingSteps: [String] = []

    public internal(set) var participants = 0
    public internal(set) var responses = 0
    public internal(set) var countedResponses = 0
    public internal(set) var tombstones = 0
    public internal(set) var tables = 0

    /// Nobody is in it and nothing was answered.
    public var isEmpty: Bool { pendingSteps.isEmpty && participants == 0 && responses == 0 && tables == 0 }

    public var isSound: Bool {
        damages.isEmpty && wrongTables.isEmpty && wronglyCounted == 0 && unreadable == 0 && pendingSteps.isEmpty
    }

    /// Reads everything once, in one snapshot, beside a server that goes on writing.
    public static func check(_ store: any StorageDriver) async throws -> StoreCheck {
        let dialect = store.dialect
        return try await store.read { reader in
            var check = StoreCheck()
            let status = try Schema.status(in: reader, dialect: dialect)
            check.takenSteps = status.applied
            guard status.isCurrent else {
                check.pendingSteps = status.pending
                return check
            }
            check.damages = try dialect.damages(in: reader)
            try check.readPeople(in: reader)
            try check.compareTables(in: reader)
            check.participants = try ParticipantRecords.count(.node, in: reader)
            return check
        }
    }

    /// Whether exactly the right responses count.
    private mutating func readPeople(in reader: any SQLReading) throws {
        let counts = try ResponseRecords.counts(in: reader)
        responses = counts.rows
        countedResponses = counts.counted
        tombstones = counts.tombstones
        var last: Pseudonym?
        while true {
            let people = try ResponseRecords.people(after: last, limit: 5000, in: reader)
            guard let next = people.last?.last?.pseudonym else { return }
            for person in people {
                var ledger = ResponseLedger(person)
                for row in person {
                    ledger.put(row)
                    if let answers = row.answers, AnswerSet(json: answers) == nil { unreadable += 1 }
                }
                ledger.settle()
                wronglyCounted += ledger.changedRows.count
            }
            last = next
        }
    }

    private mutating func compareTables(in reader: any SQLReading) throws {
        let pairings = try ShelfContent(in: reader).pairings
        guard unreadable == 0 else { return }
        var counted = try PairedCounting.tables(pairings, in: reader).cells.filter { !$0.value.isEmpty }
        for layout in try PairingRecords.layouts(in: reader) {
            for table in try PairedTableRecords.list(layout: layout.id, prefix: "", in: reader) {
                tables += 1
                let key = PairedTableKey(layout: layout.id, breakdown: table.breakdown.key)
                let expected = counted.removeValue(forKey: key) ?? PairedCells()
                if (try? PairedCells(decoding: table.cells)) != expected { wrongTables.append(key) }
            }
        }
        wrongTables += counted.keys.sorted()
    }
}
