/// Reads a row's columns from left to right, in the order in which its statement selects them.
struct Columns {
    private let row: SQLRow
    private let table: String
    private var next = 0

    /// `table` names the rows in the error for a column that is missing or of another kind.
    init(_ row: SQLRow, of table: String) {
        self.row = row
        self.table = table
    }

    var unexpected: StorageError { .unexpectedRow(table) }

    mutating func text() throws(StorageError) -> String {
        defer { next += 1 }
        guard let text = row.text(next) else { throw unexpected }
        return text
    }

    mutating func optionalText() -> String? {
        defer { next += 1 }
        return row.text(next)
    }

    mutating func integer() throws(StorageError) -> Int64 {
        defer { next += 1 }
        guard let number = row.integer(next) else { throw unexpected }
        return number
    }

    mutating func optionalInteger() -> Int64? {
        defer { next += 1 }
        return row.integer(next)
    }

    mutating func blob() throws(StorageError) -> [UInt8] {
        defer { next += 1 }
        guard let bytes = row.blob(next) else { throw unexpected }
        return bytes
    }

    mutating func optionalBlob() -> [UInt8]? {
        defer { next += 1 }
        return row.blob(next)
    }
}
