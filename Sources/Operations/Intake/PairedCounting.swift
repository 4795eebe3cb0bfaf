import Logging
import Registers
import Storage
import Surveying

/// The paired tables as the responses say they are.
enum PairedCounting {
    /// Counts every response that counts, person by person.
    static func tables(_ pairings: [ConferenceID: [CountedPairing]], in reader: any SQLReading) throws -> TableChanges {
        var tables = TableChanges()
        var last: Pseudonym?
        while true {
            let people = try ResponseRecords.people(after: last, limit: 5000, in: reader)
            guard let next = people.last?.last?.pseudonym else { return tables }
            for person in people { try tables.add(person.filter(\.isCounted), times: 1, pairings) }
            last = next
        }
    }

    /// Runs a transaction that changes tables. Where it meets a damaged one every table is counted anew, for the
    /// responses are the truth, and it runs again.
    static func write<Result: Sendable>(
        to store: any StorageDriver, logger: Logger, _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        do {
            return try await store.write(body)
        } catch let damage as DamagedTable {
            logger.error(
                "a table did not agree with the answers and is counted anew",
                metadata: ["layout": "\(damage.key.layout)"])
            try await store.write { try recount(try ShelfContent(in: $0).pairings, in: $0) }
            return try await store.write(body)
        }
    }

    /// Puts counted tables in the place of those that are stored: all, or those of some layouts.
    static func recount(
        _ pairings: [ConferenceID: [CountedPairing]], layouts: Set<String>? = nil, in writer: any SQLWriting
    ) throws {
        let own = pairings.mapValues { $0.filter { layouts?.contains($0.layout.id) != false } }
        let tables = try tables(own, in: writer)
        for layout in try PairingRecords.layouts(in: writer) where layouts?.contains(layout.id) != false {
            try PairedTableRecords.deleteAll(layout: layout.id, in: writer)
        }
        try PairedTableRecords.put(
            tables.keys.compactMap { key in tables.cells[key].map { (key, $0.encoded()) } }, in: writer)
    }
}
