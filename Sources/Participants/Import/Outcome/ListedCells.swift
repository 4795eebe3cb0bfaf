/// The cells of a list as they stand in it, of the recognised columns alone: what a person needs in order to correct a
/// row. Read once more from the source, a record at a time, so that a large list need not be held.
public struct ListedCells: IteratorProtocol {
    /// One record's cells, as many as ``ImportOutcome/headings`` and in that order.
    public struct Row: Sendable, Hashable {
        public let line: Int
        public let cells: [String]
    }

    private let places: [Int]
    private let rows: AnyIterator<ImportRow>?

    /// - Parameter outcome: what the same source gave; the records come in the order of its records.
    public init(_ source: ImportSource, of outcome: ImportOutcome) {
        let table = ImportDialects.table(in: source, named: outcome.columnNames)
        places = table?.columns.recognised ?? []
        rows = table?.rows
    }

    public mutating func next() -> Row? {
        rows?.next().map { row in
            Row(line: row.line, cells: places.map { $0 < row.cells.count ? row.cells[$0] : "" })
        }
    }
}
