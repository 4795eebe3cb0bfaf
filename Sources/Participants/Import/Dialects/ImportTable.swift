/// A list whose header was found: its columns, and its records after the header.
struct ImportTable {
    let dialect: String
    let headerLine: Int
    let columns: ImportColumns
    /// The records after the header, one at a time.
    let rows: AnyIterator<ImportRow>

    /// A header is looked for among this many records.
    static let headerRecords = 10

    /// Takes records until one is a header; `nil` if none of the first ten is.
    init?(
        dialect: String, records: some IteratorProtocol<ImportRow>, named: [ImportField: String]
    ) {
        var records = records
        for _ in 0..<Self.headerRecords {
            guard let record = records.next() else { return nil }
            guard let columns = ImportColumns(header: record.cells, named: named) else { continue }
            self.dialect = dialect
            headerLine = record.line
            self.columns = columns
            var rest = records
            rows = AnyIterator { rest.next() }
            return
        }
        return nil
    }
}
