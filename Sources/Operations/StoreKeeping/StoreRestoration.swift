import Foundation
public import Storage

/// A backup that was put in the place of the store.
public struct StoreRestoration: Sendable, Hashable {
    public let backup: StoreBackup
    /// Where the store that was there before now lies; `nil` where there was none.
    public let replaced: String?
    /// Steps of the schema to take before the store can be used.
    public var pendingSteps: [String] { backup.check.pendingSteps }

    /// Checks a backup and puts it in the place of the store, whose folder is made if it is not there.
    ///
    /// - Throws: ``StorageError/locked(by:)`` while any process has the store open,
    ///   ``StorageError/newerSchema(found:known:)`` for a backup of a newer genklang, and
    ///   a ``StoreKeepingError`` for a file that is none or is not sound; the store is then untouched.
    public static func restore<Store: StoreInFile>(
        _ path: String, to store: String, as type: Store.Type, owner: String
    ) async throws -> StoreRestoration {
        let backup = try await StoreBackup.read(path, as: type)
        guard backup.check.isSound || !backup.check.pendingSteps.isEmpty else {
            throw StoreKeepingError.unsound(path)
        }
        let folder = (store as NSString).deletingLastPathComponent
        if !folder.isEmpty {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let replaced = try await type.replace(store, withCopy: path, owner: owner)
        return StoreRestoration(backup: backup, replaced: replaced)
    }
}
