/// Why the store could not do what was asked. Never carries a bound value.
public enum StorageError: Error, Sendable, Hashable {
    /// Another process held the store's lock for longer than the limit; the text says which.
    case locked(by: String)
    /// The disk has no room. Reading still works.
    case full
    /// The store was written by a newer genklang.
    case newerSchema(found: String, known: String)
    /// A step of the schema that was taken has another text in this program.
    case changedMigration(String)
    /// A row did not have the columns its statement selects.
    case unexpectedRow(String)
    /// The backend's own code and message, with the statement's text and without its arguments.
    case failed(code: Int, message: String, sql: String?)
}

extension StorageError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .locked(let holder):
            "the store is in use by \(holder). Wait until it is done, or end it, and try again."
        case .full:
            "the disk that holds the store is full. Nothing was written; make room and try again."
        case .newerSchema(let found, let known):
            "the store has schema \(found), newer than \(known), which this genklang knows. Use the newer genklang."
        case .changedMigration(let name):
            "the step \(name) of the schema is not the one that this store was made with. Use the genklang that made it."
        case .unexpectedRow(let statement):
            "a row of \(statement) lacks a column. Run `genklang store check`."
        case .failed(let code, let message, let sql):
            "the store answered \(code): \(message)\(sql.map { " in: \($0)" } ?? "")"
        }
    }
}
