/// A workbook: its first visible sheet with a header. Hidden sheets are not looked at.
struct SheetDialect: ImportDialect {
    let name = "sheet"

    func table(in source: ImportSource, named: [ImportField: String]) -> ImportTable? {
        guard case .sheets(let sheets) = source else { return nil }
        for sheet in sheets where sheet.isVisible {
            if let table = ImportTable(dialect: name, records: SheetRows(sheet.rows), named: named) { return table }
        }
        return nil
    }
}

/// A sheet's rows, with those that the file leaves out as blank ones.
struct SheetRows: IteratorProtocol {
    private var rest: ArraySlice<ImportRow>
    private var expected = 1

    init(_ rows: [ImportRow]) {
        rest = rows[...]
    }

    mutating func next() -> ImportRow? {
        guard let row = rest.first else { return nil }
        if row.line > expected {
            defer { expected &+= 1 }
            return ImportRow(line: expected, cells: [])
        }
        rest = rest.dropFirst()
        expected = max(expected, row.line) &+ 1
        return row
    }
}
