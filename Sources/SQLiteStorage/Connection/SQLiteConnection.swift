import GRDBSQLite
import Storage

/// What one of GRDB's connections is asked through: its compiled statements, and the transaction it is in.
///
/// Confined to the connection's queue.
final class SQLiteConnection: SQLWriting {
    let handle: OpaquePointer
    private var statements: [String: PreparedStatement] = [:]
    /// As the connection was opened; `nil` after a change that could not be read back.
    private var areReferencesChecked: Bool? = true
    /// How many pages the log has since the last checkpoint, as SQLite says after each commit.
    private let logPages: UnsafeMutablePointer<Int32>

    init(_ handle: OpaquePointer) {
        self.handle = handle
        logPages = .allocate(capacity: 1)
        logPages.initialize(to: 0)
    }

    deinit { logPages.deallocate() }

    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try statement(sql).rows(arguments)
    }

    func query(_ sql: String, each arguments: [[SQLValue]]) throws -> [[SQLRow]] {
        let statement = try statement(sql)
        return try arguments.map { try statement.rows($0) }
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        try statement(sql).run(arguments)
        return Int(sqlite3_total_changes64(handle) - before)
    }

    @discardableResult
    func execute(_ sql: String, _ arguments: PackedValues) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        try statement(sql).run(arguments)
        return Int(sqlite3_total_changes64(handle) - before)
    }

    func execute(_ sql: String, each arguments: [[SQLValue]]) throws {
        guard !arguments.isEmpty else { return }
        let statement = try statement(sql)
        for values in arguments { try statement.run(values) }
    }

    /// The first column of the first row, as SQLite prints it.
    func single(_ sql: String) throws -> String? {
        switch try query(sql, []).first?.value(0) {
        case .text(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// Runs a closure in a transaction and commits it; undoes it when the closure or the commit fails.
    func transaction<Result>(_ begin: String, _ body: (SQLiteConnection) throws -> Result) throws -> Result {
        try execute(begin, [])
        do {
            let result = try body(self)
            try execute("COMMIT", [])
            return result
        } catch {
            // SQLite has undone some failures by itself already.
            if sqlite3_get_autocommit(handle) == 0 { _ = try? execute("ROLLBACK", []) }
            throw error
        }
    }

    /// Whether SQLite checks the references of what the next transactions write. Only outside any transaction.
    ///
    /// Compiled statements are compiled anew after a change, which takes some milliseconds for those of 64 rows.
    func checkReferences(_ isChecked: Bool) throws {
        guard isChecked != areReferencesChecked else { return }
        areReferencesChecked = nil
        try execute("PRAGMA foreign_keys = \(isChecked ? "ON" : "OFF")", [])
        guard try single("PRAGMA foreign_keys") == (isChecked ? "1" : "0") else {
            throw StorageError.failed(
                code: Int(SQLITE_ERROR), message: "the checking of references cannot be changed",
                sql: "PRAGMA foreign_keys")
        }
        areReferencesChecked = isChecked
    }

    /// Lets go of every compiled statement and of the hook, so that the connection can close. The handle must be open.
    func letGo() {
        statements = [:]
        sqlite3_wal_hook(handle, nil, nil)
    }

    private func statement(_ sql: String) throws(StorageError) -> PreparedStatement {
        if let statement = statements[sql] { return statement }
        // Statements come from the code, some with a list of fixed variants; this is a bound, not a policy.
        if statements.count >= 200 { statements = [:] }
        let statement = try PreparedStatement(sql, on: handle)
        statements[sql] = statement
        return statement
    }
}

extension SQLiteConnection {
    /// Counts the pages of the log from now on. SQLite's own checkpointing hangs on the same hook and is replaced.
    func watchLog() {
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, logPages)
    }

    var pagesInLog: Int { Int(logPages.pointee) }

    /// Moves what it can from the log to the database. The file lock must be held.
    func checkpoint(truncating: Bool) throws(StorageError) {
        let mode = truncating ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        // Emptying the log waits for readers; a long one, such as a backup, must not hold up the answers.
        if truncating { sqlite3_busy_timeout(handle, 50) }
        defer { if truncating { sqlite3_busy_timeout(handle, 10_000) } }
        var pages: Int32 = -1
        var moved: Int32 = -1
        let code = sqlite3_wal_checkpoint_v2(handle, nil, mode, &pages, &moved)
        // The next transaction begins the log anew once all of it is moved.
        if code == SQLITE_OK, pages == moved { logPages.pointee = 0 }
        // Busy: a reader still needs the log. Nothing is wrong, and the next one gets further.
        guard code == SQLITE_OK || code & 0xFF == SQLITE_BUSY else {
            throw .sqlite(code, on: handle, sql: "checkpoint")
        }
    }
}
