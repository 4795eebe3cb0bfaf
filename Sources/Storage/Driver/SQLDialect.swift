/// The named fragments in which the backends differ; all other SQL is the same text for both.
public struct SQLDialect: Sendable {
    /// `BLOB` or `BYTEA`.
    public let blobType: String
    /// A clause that makes text compare by code point.
    public let byteCollation: String
    /// Appended to a `SELECT` whose rows the transaction will change: empty where a write is alone anyway.
    public let rowLock: String

    public init(blobType: String, byteCollation: String, rowLock: String) {
        self.blobType = blobType
        self.byteCollation = byteCollation
        self.rowLock = rowLock
    }
}
