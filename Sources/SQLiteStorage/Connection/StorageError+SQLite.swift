import GRDB
import GRDBSQLite
import Storage

extension StorageError {
    /// SQLite's own code and message. Its messages name tables and columns, never bound values.
    static func sqlite(_ code: Int32, on connection: OpaquePointer?, sql: String?) -> StorageError {
        let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
        return sqlite(code, message: message, sql: sql)
    }

    static func sqlite(_ code: Int32, message: String, sql: String?) -> StorageError {
        switch code {
        // On a full disk the log's shared index cannot grow either, which has a code of its own.
        case SQLITE_FULL, SQLITE_IOERR | (19 << 8): .full
        case _ where code & 0xFF == SQLITE_BUSY: .locked(by: "another connection")
        case SQLITE_NOTADB: .notAStore
        case _ where code & 0xFF == SQLITE_CORRUPT: .damaged
        default: .failed(code: Int(code), message: message, sql: sql)
        }
    }

    /// What GRDB threw while it opened or closed a connection.
    static func opening(_ error: any Error) -> StorageError {
        if let error = error as? StorageError { return error }
        guard let error = error as? DatabaseError else {
            return .failed(code: -1, message: String(describing: type(of: error)), sql: nil)
        }
        return sqlite(error.extendedResultCode.rawValue, message: error.message ?? "", sql: error.sql)
    }
}
