import Chronology
import Operations
import Storage
import Web

/// A store on a full disk: it can be read.
struct UnwritableStore: StorageDriver {
    private let store: any StorageDriver

    init(_ store: any StorageDriver) {
        self.store = store
    }

    var dialect: SQLDialect { store.dialect }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLReading) throws -> Result
    ) async throws -> Result {
        try await store.read(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        throw StorageError.full
    }

    func close() async throws { try await store.close() }
}

extension StoredNode {
    /// The node's desk over another store.
    func desk(over store: any StorageDriver) -> SurveyDesk {
        SurveyDesk(
            store: store, intake: intake, keys: PseudonymKeys(folder: "\(folder)/keys"),
            time: FixedTime(StoredNode.now))
    }
}
