/// An insertion that is run for many rows: 64 of them in one statement while there are so many, the rest one by one.
///
/// SQLite opens the table, its indexes and those of the tables that the row refers to once for each statement, and goes
/// on from the place of the row before if rows come in the order of an index.
struct RowInsertion: Sendable {
    private let columns: Int
    private let single: String
    private let block: String

    /// Rows of the widest table stay below 999 values, the least that any SQLite takes.
    static let rows = 64

    /// - Parameters:
    ///   - head: up to the columns: `INSERT INTO boards (id, name)`.
    ///   - columns: how many there are.
    ///   - tail: what follows the values: `ON CONFLICT (id) DO NOTHING`.
    init(_ head: String, columns: Int, _ tail: String = "") {
        self.columns = columns
        func statement(_ rows: Int) -> String {
            let values = (0..<rows).map { row in
                "(" + (1...columns).map { "$\(row * columns + $0)" }.joined(separator: ", ") + ")"
            }
            return "\(head) VALUES \(values.joined(separator: ", ")) \(tail)"
        }
        single = statement(1)
        block = statement(Self.rows)
    }

    /// Inserts a row for each item. What is bound is made for one block at a time.
    func run<Item>(
        for items: some Collection<Item>, in writer: any SQLWriting, _ pack: (Item, inout PackedValues) -> Void
    ) throws {
        var rest = items[...]
        while !rest.isEmpty {
            try run(rows(of: rest.prefix(Self.rows), pack), in: writer)
            rest = rest.dropFirst(Self.rows)
        }
    }

    /// The values of rows that are inserted later, perhaps on another processor.
    func rows<Item>(of items: some Collection<Item>, _ pack: (Item, inout PackedValues) -> Void) -> InsertedRows {
        var rows = InsertedRows(count: items.count)
        let whole = items.count / Self.rows * Self.rows
        rows.blocks.reserveCapacity(items.count / Self.rows)
        var values = PackedValues(capacity: whole == 0 ? 0 : Self.rows * columns)
        for (place, item) in items.enumerated() {
            pack(item, &values)
            guard place >= whole || (place + 1) % Self.rows == 0 else { continue }
            if place >= whole { rows.singles.append(values) } else { rows.blocks.append(values) }
            values = PackedValues(capacity: place + 1 < whole ? Self.rows * columns : columns)
        }
        return rows
    }

    /// Inserts rows whose values are made.
    ///
    /// - Parameter inserted: told of the places of the rows of each statement, with how many of them were inserted or
    ///   changed.
    func run(
        _ rows: InsertedRows, in writer: any SQLWriting,
        inserted: (_ places: Range<Int>, _ count: Int) throws -> Void = { _, _ in }
    ) throws {
        var place = 0
        for values in rows.blocks {
            try inserted(place..<place + Self.rows, writer.execute(block, values))
            place += Self.rows
        }
        for values in rows.singles {
            try inserted(place..<place + 1, writer.execute(single, values))
            place += 1
        }
    }
}
