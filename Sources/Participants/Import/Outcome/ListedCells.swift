/// The cells of a list as they stand in it, of the recognised columns alone: what a person needs in order to correct a
/// row. Read once more from the source, a record at a time, so that a large list need not be held.
public struct ListedCells: IteratorProtocol {
    /// One record's cells, as many as ``ImportOutcome/headings`` and in that order; of a record with text beyond the
    /// header's last column what stands there too, since what belongs where only a person can tell.
    public struct Row: Sendable, Hashable {
        public let line: Int
        public let cells: [String]
    }

    private let places: [Int]
    private let width: Int
    private let rows: AnyIterator<ImportRow>?

    /// - Parameter outcome: what the same source gave; the records come in the order of its records.
    public init(_ source: ImportSource, of outcome: ImportOutcome) {
        let table = ImportDialects.table(in: source, named: outcome.columnNames)
        places = table?.columns.recognised ?? []
        width = table?.columns.header.count ?? 0
        rows = table?.rows
    }

    public mutating func next() -> Row? {
        rows?.next().map { row in
            Row(
                line: row.line,
                cells: places.map { $0 < row.cells.count ? row.cells[$0] : "" } + surplus(of: row.cells))
        }
    }

    /// Up to the last that is not blank.
    private func surplus(of cells: [String]) -> ArraySlice<String> {
        let beyond = cells.dropFirst(width)
        return beyond[..<((beyond.lastIndex { !CellText.isBlank($0) } ?? beyond.startIndex - 1) + 1)]
    }
}
