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
    ///
    /// - Parameter inserted: told of each slice of the items with how many rows of it were inserted or changed.
    func run<Item>(
        for items: some Collection<Item>, in writer: any SQLWriting, _ values: (Item) throws -> [SQLValue],
        inserted: (_ items: [Item], _ count: Int) throws -> Void = { _, _ in }
    ) throws {
        var rest = items[...]
        var arguments: [SQLValue] = []
        arguments.reserveCapacity(Self.rows * columns)
        while !rest.isEmpty {
            let slice = Array(rest.prefix(Self.rows))
            rest = rest.dropFirst(slice.count)
            guard slice.count == Self.rows else {
                for item in slice { try inserted([item], writer.execute(single, values(item))) }
                continue
            }
            arguments.removeAll(keepingCapacity: true)
            for item in slice { arguments += try values(item) }
            try inserted(slice, writer.execute(block, arguments))
        }
    }
}
