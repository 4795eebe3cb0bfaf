import Dispatch
import GRDB
import Storage

/// A connection with the thread that uses it: GRDB opens and serializes, ``SQLiteConnection`` asks.
///
/// `@unchecked Sendable`: `connection` and `isFinished` are touched only on the queue of `database`.
final class ConnectionQueue: @unchecked Sendable {
    private let database: DatabaseQueue
    private var connection: SQLiteConnection?
    private var isFinished = false

    init(path: String, label: String, readonly: Bool, waits: Bool = true, pragmas: [String]) throws(StorageError) {
        var configuration = Configuration()
        configuration.label = label
        configuration.readonly = readonly
        configuration.busyMode = waits ? .timeout(10) : .immediateError
        configuration.qos = .userInitiated
        // GRDB's `journalMode = .wal` would set synchronous to NORMAL behind our back; here nothing runs later.
        configuration.prepareDatabase { database in
            for pragma in pragmas { try database.execute(sql: pragma) }
        }
        do {
            database = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw .opening(error)
        }
        let handle = database.inDatabase { $0.sqliteConnection }
        connection = handle.map(SQLiteConnection.init)
    }

    /// Nothing runs any more, since all that runs holds the queue. Before GRDB closes the connection.
    deinit { connection?.letGo() }

    /// Runs a closure on the connection's thread.
    func run<Result: Sendable>(
        _ body: @escaping @Sendable (SQLiteConnection) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            database.asyncWriteWithoutTransaction { [self] _ in
                guard let connection, !isFinished else {
                    continuation.resume(throwing: StorageError.closed)
                    return
                }
                continuation.resume(with: Swift.Result { try body(connection) })
            }
        }
    }

    /// Runs a closure on the connection's thread and leaves what it throws.
    func runLater(_ body: @escaping @Sendable (SQLiteConnection) throws -> Void) {
        database.asyncWriteWithoutTransaction { [self] _ in
            guard let connection, !isFinished else { return }
            try? body(connection)
        }
    }

    /// As ``run(_:)``, and blocks the calling thread until it is done.
    func runNow<Result>(_ body: (SQLiteConnection) throws -> Result) throws -> Result {
        try database.inDatabase { _ in
            guard let connection, !isFinished else { throw StorageError.closed }
            return try body(connection)
        }
    }

    /// Takes nothing more, and blocks until what waits has run. Call it without any lock that this may want.
    func finish() {
        database.inDatabase { _ in isFinished = true }
    }

    /// Closes the connection after what runs; blocks until then. Once more does nothing.
    func close(after last: (SQLiteConnection) throws -> Void = { _ in }) throws {
        let result: Swift.Result<Void, any Error> = database.inDatabase { _ in
            guard let connection else { return .success(()) }
            defer {
                connection.letGo()
                self.connection = nil
            }
            return Swift.Result { try last(connection) }
        }
        do { try database.close() } catch { throw StorageError.opening(error) }
        try result.get()
    }
}

extension StorageError {
    static let closed = StorageError.failed(code: 21, message: "the store is closed", sql: nil)
}
