import Dispatch
import Foundation
import GRDBSQLite
public import Storage

/// The store in one SQLite file, for one or several processes of one machine.
///
/// One connection writes, on a thread of its own; a few more read beside it and beside other processes. Opening,
/// each transaction, checkpointing and closing hold one exclusive file lock (`genklang.lock` beside the file), for
/// which the writing thread waits at most ten seconds before it throws ``StorageError/locked(by:)``. A commit has
/// reached the disk when it returns: write-ahead log, `synchronous=FULL`, read back and checked.
public final class SQLiteDriver: StorageDriver {
    public let dialect = SQLDialect.sqlite
    public let path: String
    private let holder: String
    private let lock: SharedLock
    private let writer: ConnectionQueue
    let readers: ReaderPool
    private let options: Options

    /// Settings that tests and measurements change.
    public struct Options: Sendable {
        /// How long to wait for another process.
        public var lockLimit: Duration = .seconds(10)
        /// How many reads run at once.
        public var readers = 4
        /// Pages of 4 KiB in the log from which a transaction is followed by a checkpoint.
        public var checkpointPages = 2000
        /// Pages in the log from which the checkpoint waits for readers and empties the log.
        public var truncationPages = 50_000

        /// Of pages that the writing connection keeps.
        public var cacheKiB = 32_768

        public init() {}

        /// The log grows to 64 MiB before it is moved, so that a page written by several transactions is moved once; few
        /// pages are kept, since an import walks its indexes in order.
        public static var forLongImports: Options {
            var options = Options()
            options.checkpointPages = 16_000
            options.cacheKiB = 8_192
            return options
        }
    }

    /// Opens the file, creating it if it is not there. `owner` is what others read when they wait in vain, such as
    /// `genklang serve`. The schema is left as it is: see ``Schema/migrate(_:at:)``.
    public static func open(path: String, owner: String, options: Options = Options()) async throws -> SQLiteDriver {
        try await onThread { try SQLiteDriver(path: path, owner: owner, options: options) }
    }

    private init(path: String, owner: String, options: Options) throws {
        self.path = path
        self.options = options
        holder = "\(owner) (process \(getpid()))"
        let file = try FileLock(path: SQLiteDriver.lockPath(of: path), limit: options.lockLimit)
        lock = SharedLock(file)
        (writer, readers) = try lock.holding(for: holder) {
            let writer = try ConnectionQueue(
                path: path, label: "genklang.store.writer", readonly: false,
                pragmas: SQLiteDriver.pragmas + ["PRAGMA cache_size = -\(options.cacheKiB)"])
            var readers: [ConnectionQueue] = []
            do {
                try writer.runNow(SQLiteDriver.assertDurable)
                // The answers are personal data: nobody but the owner reads the file or its log.
                for suffix in ["", "-wal", "-shm"] { chmod(path + suffix, 0o600) }
                for number in 0..<max(1, options.readers) {
                    readers.append(
                        try ConnectionQueue(
                            path: path, label: "genklang.store.reader.\(number)", readonly: true,
                            pragmas: ["PRAGMA cache_size = -16384"]))
                }
            } catch {
                // While the lock is held: the last connection to close moves the log.
                for connection in readers + [writer] { try? connection.close() }
                throw error
            }
            return (writer, ReaderPool(readers))
        }
    }

    public func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLReading) throws -> Result
    ) async throws -> Result {
        try await readers.run { connection in
            try connection.transaction("BEGIN DEFERRED") { try body($0) }
        }
    }

    @discardableResult
    public func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        try await transaction(checkingReferences: true, body)
    }

    @discardableResult
    public func add<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        try await transaction(checkingReferences: false, body)
    }

    private func transaction<Result: Sendable>(
        checkingReferences: Bool, _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        let (result, isLogLong) = try await writer.run { [lock, holder, options] connection in
            try lock.holding(for: holder) {
                try connection.checkReferences(checkingReferences)
                let result = try connection.transaction("BEGIN IMMEDIATE") { try body($0) }
                return (result, connection.pagesInLog >= options.checkpointPages)
            }
        }
        // After the caller has its result, before the next transaction.
        if isLogLong { checkpoint() }
        return result
    }

    /// Shortens the log on the writing thread. The transactions stand whatever becomes of it; the next long log
    /// tries again.
    private func checkpoint() {
        writer.runLater { [lock, holder, options] connection in
            guard connection.pagesInLog >= options.checkpointPages else { return }
            try lock.holding(for: holder) {
                try connection.checkpoint(truncating: connection.pagesInLog >= options.truncationPages)
            }
        }
    }

    public func close() async throws {
        try await onThread { [lock, holder, writer, readers] in
            // Before the lock: what waits for the writing thread, a checkpoint above all, takes the lock itself.
            writer.finish()
            readers.finish()
            try lock.holding(for: holder) {
                try readers.close()
                try writer.close { try $0.checkpoint(truncating: true) }
            }
        }
    }

    static func lockPath(of path: String) -> String {
        (DurableFile.folder(of: path) as NSString).appendingPathComponent("genklang.lock")
    }

    private static let pragmas = [
        "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 0",
        "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON", "PRAGMA temp_store = MEMORY",
    ]

    private static func assertDurable(_ connection: SQLiteConnection) throws {
        guard try connection.single("PRAGMA journal_mode") == "wal",
            try connection.single("PRAGMA synchronous") == "2",
            try connection.single("PRAGMA wal_autocheckpoint") == "0"
        else {
            throw StorageError.failed(
                code: Int(SQLITE_ERROR), message: "the file cannot be set to write-ahead log with full flushes",
                sql: "PRAGMA journal_mode; PRAGMA synchronous; PRAGMA wal_autocheckpoint")
        }
        connection.watchLog()
    }
}

extension SQLiteDriver {
    /// What the writing connection says of a setting, for tests that a commit is durable.
    public func setting(_ pragma: String) async throws -> String? {
        guard pragma.utf8.allSatisfy({ (97...122).contains($0) || $0 == 95 }) else { return nil }
        return try await writer.run { try $0.single("PRAGMA \(pragma)") }
    }
}

/// Runs what blocks on a thread that may block.
func onThread<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global(qos: .userInitiated).async { continuation.resume(with: Swift.Result { try body() }) }
    }
}
