import SourceText

/// Text with one character between cells.
struct DelimitedDialect: ImportDialect {
    let name: String
    let separator: UInt8

    func table(in source: ImportSource, named: [ImportField: String]) -> ImportTable? {
        guard case .text(let utf8, _) = source else { return nil }
        let records = DelimitedRows(DelimitedText(utf8: utf8, separator: separator).makeIterator())
        return ImportTable(dialect: name, records: records, named: named)
    }
}

/// The records of delimited text as rows.
struct DelimitedRows: IteratorProtocol {
    private var reader: DelimitedTextReader

    init(_ reader: DelimitedTextReader) {
        self.reader = reader
    }

    mutating func next() -> ImportRow? {
        reader.next().map { ImportRow(line: $0.line, endLine: $0.endLine, cells: $0.cells) }
    }
}
