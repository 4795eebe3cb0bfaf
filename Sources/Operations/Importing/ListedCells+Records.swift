import Participants

extension ListedCells {
    /// What stands in records, by line; each is looked for after the one found before it.
    mutating func cells(of records: [RecordOutcome]) -> [Int: [String]] {
        var cells: [Int: [String]] = [:]
        var wanted = Set(records.map(\.line))
        while !wanted.isEmpty, let row = next() {
            if wanted.remove(row.line) != nil { cells[row.line] = row.cells }
        }
        return cells
    }
}
