import Storage
import Synchronization

/// A store whose process dies: after so many transactions every further one fails, before or after it is committed.
final class DyingStore: StorageDriver {
    struct Death: Error {}

    private let store: any StorageDriver
    private let left: Mutex<Int>
    /// Whether the transaction in which the process dies was committed: then the answer is lost and not the data.
    private let isLastCommitted: Bool

    init(_ store: any StorageDriver, afterWrites writes: Int, isLastCommitted: Bool) {
        self.store = store
        left = Mutex(writes)
        self.isLastCommitted = isLastCommitted
    }

    var dialect: SQLDialect { store.dialect }

    func read<Result: Sendable>(_ body: @escaping @Sendable (any SQLReading) throws -> Result) async throws -> Result {
        guard left.withLock({ $0 >= 0 }) else { throw Death() }
        return try await store.read(body)
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (any SQLWriting) throws -> Result) async throws -> Result {
        let before = left.withLock { left in
            defer { left -= 1 }
            return left
        }
        if before > 0 { return try await store.write(body) }
        if before == 0, isLastCommitted { _ = try await store.write(body) }
        throw Death()
    }

    func close() async throws {}
}
