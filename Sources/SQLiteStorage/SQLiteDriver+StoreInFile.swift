import Foundation
import GRDBSQLite
public import Storage

extension SQLiteDriver: StoreInFile {
    public func copy(to path: String) async throws {
        let draft = "\(path).part"
        try await readers.run { connection in
            try DurableFile.makeEmpty(draft)
            // Into the empty file, which its owner alone can read from the first byte on. A reader's snapshot, so that
            // answers are stored meanwhile; freed pages are left out.
            do { try connection.execute("VACUUM INTO $1", [.text(draft)]) } catch {
                unlink(draft)
                throw error
            }
        }
        try await onThread {
            defer { unlink(draft) }
            try DurableFile.flush(draft)
            guard link(draft, path) == 0 else { throw DurableFile.failure("name", path) }
            try DurableFile.flush(DurableFile.folder(of: path))
        }
    }

    public static func openForReading(path: String) async throws -> any StorageDriver {
        try await onThread { try ReadOnlyFile(path: path) }
    }

    public static func replace(_ path: String, withCopy copy: String, owner: String) async throws -> String? {
        try await onThread {
            let lock = try FileLock(path: SQLiteDriver.lockPath(of: path), limit: .seconds(10))
            try lock.acquire(for: "\(owner) (process \(getpid()))")
            defer { lock.release() }
            let draft = "\(path).part"
            // Whatever is refused below, nothing half is left beside the store; after the renaming it is not there.
            defer { unlink(draft) }
            try DurableFile.copy(copy, to: draft)
            // The old store gets a second name before the new one takes its place: there is a store at any moment.
            let old = try setAside(path)
            guard rename(draft, path) == 0 else { throw DurableFile.failure("replace", path) }
            try DurableFile.flush(DurableFile.folder(of: path))
            return old
        }
    }

    /// Gives the store a second name. That it can leave write-ahead mode proves that nobody has it open: every
    /// connection holds a shared lock on the file, and the file lock keeps new ones out.
    private static func setAside(_ path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let connection = try ConnectionQueue(
            path: path, label: "genklang.store.restore", readonly: false, waits: false, pragmas: [])
        do {
            let mode = try connection.runNow { try $0.single("PRAGMA journal_mode = DELETE") }
            try connection.close()
            guard mode == "delete" else { throw StorageError.locked(by: "another genklang, such as `genklang serve`") }
        } catch StorageError.locked {
            throw StorageError.locked(by: "another genklang, such as `genklang serve`")
        }
        let old = "\(path).replaced-\(UInt64(Date().timeIntervalSince1970 * 1000))"
        guard link(path, old) == 0 else { throw DurableFile.failure("set aside", path) }
        return old
    }
}

/// A file that somebody else may own, opened to be read.
private final class ReadOnlyFile: StorageDriver {
    let dialect = SQLDialect.sqlite
    private let connection: ConnectionQueue

    init(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageError.failed(code: Int(ENOENT), message: "\(path) is not there", sql: nil)
        }
        connection = try ConnectionQueue(
            path: path, label: "genklang.store.copy", readonly: true, pragmas: ["PRAGMA query_only = ON"])
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLReading) throws -> Result
    ) async throws -> Result {
        try await connection.run { connection in try connection.transaction("BEGIN DEFERRED") { try body($0) } }
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        throw StorageError.failed(code: Int(SQLITE_READONLY), message: "the copy is open to be read", sql: nil)
    }

    func close() async throws {
        try await onThread { [connection] in try connection.close() }
    }
}
