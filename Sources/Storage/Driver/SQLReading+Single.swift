extension SQLReading {
    /// The one number that the statement selects.
    func count(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        guard let number = try query(sql, arguments).first?.integer(0) else { throw StorageError.unexpectedRow(sql) }
        return Int(number)
    }
}
