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
            let people = try ResponseRecords.countedPeople(after: last, limit: 5000, in: reader)
            guard let next = people.last?.last?.pseudonym else { return tables }
            for person in people { try tables.add(person, times: 1, pairings) }
            last = next
        }
    }

    /// Puts the tables of a layout in the place of those that are stored.
    static func recount(
        layout: String, _ pairings: [ConferenceID: [CountedPairing]], in writer: any SQLWriting
    ) throws {
        let own = pairings.mapValues { $0.filter { $0.layout.id == layout } }
        let tables = try tables(own, in: writer)
        try PairedTableRecords.deleteAll(layout: layout, in: writer)
        try PairedTableRecords.put(
            tables.keys.compactMap { key in tables.cells[key].map { (key, $0.encoded()) } }, in: writer)
    }
}
