extension Spreadsheet {
    /// Excel's own (Microsoft, "Excel specifications and limits").
    enum Limits {
        static let rows = 1_048_576
        static let columns = 16_384
        static let textLength = 32_767
        static let nameLength = 31
    }

    /// - Throws: what Excel would refuse, before anything is written.
    func check() throws(SpreadsheetError) {
        guard !sheets.isEmpty else { throw .noSheets }
        var names: Set<String> = []
        for sheet in sheets {
            guard Self.isName(sheet.name) else { throw .sheetName(sheet.name) }
            guard names.insert(sheet.name.lowercased()).inserted else { throw .sheetNameTwice(sheet.name) }
            try sheet.check()
        }
    }

    private static func isName(_ name: String) -> Bool {
        let isForbidden = { (scalar: Unicode.Scalar) in
            "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
                || CellEscape.isForbidden(scalar)
        }
        return (1...Limits.nameLength).contains(name.utf16.count) && !name.unicodeScalars.contains(where: isForbidden)
            && name.unicodeScalars.first != "'" && name.unicodeScalars.last != "'"
    }
}

extension Spreadsheet.Sheet {
    /// The rows above the list: notices and the headings.
    var listStart: Int { notices.count + 1 }

    fileprivate func check() throws(SpreadsheetError) {
        typealias Limits = Spreadsheet.Limits
        guard rows.count <= Limits.rows - listStart else { throw .tooManyRows(sheet: name, limit: Limits.rows) }
        for (index, notice) in notices.enumerated() { try check(notice, index + 1, 1) }
        guard header.count <= Limits.columns else {
            throw .tooManyColumns(sheet: name, row: listStart, limit: Limits.columns)
        }
        for (index, heading) in header.enumerated() { try check(heading, listStart, index + 1) }
        for (index, row) in rows.enumerated() {
            let number = listStart + index + 1
            guard row.count <= Limits.columns else {
                throw .tooManyColumns(sheet: name, row: number, limit: Limits.columns)
            }
            for (column, cell) in row.enumerated() {
                switch cell {
                case .text(let text): try check(text, number, column + 1)
                case .number(let value):
                    guard value.isFinite else { throw .notANumber(sheet: name, row: number, column: column + 1) }
                case .empty: break
                }
            }
        }
    }

    private func check(_ text: String, _ row: Int, _ column: Int) throws(SpreadsheetError) {
        let limit = Spreadsheet.Limits.textLength
        guard CellEscape.escaped(text).utf16.count <= limit else {
            throw .textTooLong(sheet: name, row: row, column: column, limit: limit)
        }
    }
}
