/// The named fragments in which the backends differ; all other SQL is the same text for both.
public struct SQLDialect: Sendable {
    /// `BLOB` or `BYTEA`.
    public let blobType: String
    /// A clause after a column's type that makes text compare by code point; empty where it does so anyway.
    public let byteCollation: String
    /// Appended to a `SELECT` whose rows the transaction will change: empty where a write is alone anyway.
    public let rowLock: String

    /// Selects a row where the table named by `$1` exists.
    public let tableExists: String

    /// Selects a line of text for each damage of the file, its indexes and its references, and nothing where all is
    /// well. `nil` where the backend looks after itself.
    public let findDamages: String?

    public init(blobType: String, byteCollation: String, rowLock: String, tableExists: String, findDamages: String?) {
        self.blobType = blobType
        self.byteCollation = byteCollation
        self.rowLock = rowLock
        self.tableExists = tableExists
        self.findDamages = findDamages
    }
}

extension SQLDialect {
    /// What is wrong with the file, its indexes and its references, a line each.
    public func damages(in reader: any SQLReading) throws -> [String] {
        guard let findDamages else { return [] }
        return try reader.query(findDamages, []).compactMap { $0.text(0) }
    }
}
