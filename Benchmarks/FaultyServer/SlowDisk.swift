import Foundation
import SQLiteStorage
import Storage

/// A store whose every commit takes 20 ms longer, as on a busy disk.
///
/// On a fast one the moment between a false acknowledgement and the commit is shorter than the acknowledgement's way
/// to the client, and whether a kill falls into it is luck.
struct SlowDisk: StorageDriver {
    let store: SQLiteDriver

    var dialect: SQLDialect { store.dialect }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLReading) throws -> Result
    ) async throws -> Result {
        try await store.read(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        try await store.write { writer in
            let result = try body(writer)
            // On the writer's own thread; the commit follows.
            usleep(20_000)
            return result
        }
    }

    func close() async throws {
        try await store.close()
    }
}
