/// One backend's connections. The SQL is written once, in `Storage`; a driver opens, binds and fetches.
///
/// Closures run on the driver's own threads, never on the cooperative pool, and hold their connection until they
/// return; they must not wait for anything else.
public protocol StorageDriver: Sendable {
    var dialect: SQLDialect { get }

    /// Reads a consistent snapshot. Several reads run at once, beside a write.
    func read<Result: Sendable>(_ body: @escaping @Sendable (any SQLReading) throws -> Result) async throws -> Result

    /// Runs a transaction alone and commits it durably before it returns; an error thrown by the closure, or by
    /// the commit, undoes it whole.
    @discardableResult
    func write<Result: Sendable>(_ body: @escaping @Sendable (any SQLWriting) throws -> Result) async throws -> Result

    /// The same for a transaction that only adds rows, whose references its closure has looked up or added in it: a
    /// backend may leave out checking them once more.
    @discardableResult
    func add<Result: Sendable>(_ body: @escaping @Sendable (any SQLWriting) throws -> Result) async throws -> Result

    /// Writes what is still only in the log to its place, and releases files and locks. Nothing runs after it.
    func close() async throws
}

extension StorageDriver {
    @discardableResult
    public func add<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        try await write(body)
    }
}

/// What a read may do. `$1`, `$2`… in a statement are bound in order.
public protocol SQLReading {
    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]

    /// The same statement once for each row of arguments; the results come in the same order. SQLite loops one
    /// prepared statement, PostgreSQL pipelines.
    func query(_ sql: String, each arguments: [[SQLValue]]) throws -> [[SQLRow]]
}

/// What a transaction may do.
public protocol SQLWriting: SQLReading {
    /// Returns the number of rows changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

    /// The same with values that were packed before.
    @discardableResult
    func execute(_ sql: String, _ arguments: PackedValues) throws -> Int

    /// The same statement once for each row of arguments, as one pipelined step.
    func execute(_ sql: String, each arguments: [[SQLValue]]) throws
}

extension SQLWriting {
    @discardableResult
    public func execute(_ sql: String, _ arguments: PackedValues) throws -> Int {
        try execute(sql, arguments.values)
    }
}
