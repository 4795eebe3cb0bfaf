public import Chronology
import Foundation
public import Storage

/// A copy of a store that was opened and checked after it was written. Keys are not in it.
public struct StoreBackup: Sendable, Hashable {
    public let path: String
    public let sizeInBytes: Int
    public let check: StoreCheck

    /// Copies a store to a new file in a folder, `genklang-2016-02-05T101200Z.sqlite`, and checks the copy. Answers
    /// are stored meanwhile; what comes after the start is not in the copy.
    ///
    /// - Parameter suffix: ends the file's name, to say what the copy was made for.
    /// - Throws: ``StoreKeepingError/unsound(_:)`` if the copy is not sound; the file stays, to be looked into.
    public static func make<Store: StoreInFile>(
        of store: Store, in folder: String, suffix: String = "", at now: Timestamp
    ) async throws -> StoreBackup {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let instant = Timestamp(seconds: now.seconds).rfc3339.filter { $0 != ":" }
        let path = free("\(folder)/genklang-\(instant)\(suffix)")
        try await store.copy(to: path)
        let backup = try await read(path, as: Store.self)
        // A copy that waits for its migration cannot be checked further than its file.
        guard backup.check.isSound || !backup.check.pendingSteps.isEmpty else {
            throw StoreKeepingError.unsound(path)
        }
        return backup
    }

    /// Opens a copy and checks it. A copy that a newer genklang has made throws ``StorageError/newerSchema(found:known:)``.
    ///
    /// - Throws: ``StoreKeepingError/notThere(_:)``, ``StoreKeepingError/notABackup(_:)`` for any other file or folder,
    ///   ``StoreKeepingError/unsound(_:)`` for one that is damaged beyond reading.
    public static func read<Store: StoreInFile>(_ path: String, as type: Store.Type) async throws -> StoreBackup {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw StoreKeepingError.notThere(path)
        }
        guard !isFolder.boolValue else { throw StoreKeepingError.notABackup(path) }
        do {
            let backup = try await checked(path, as: type)
            guard !backup.check.takenSteps.isEmpty else { throw StoreKeepingError.notABackup(path) }
            return backup
        } catch StorageError.notAStore {
            throw StoreKeepingError.notABackup(path)
        } catch StorageError.damaged {
            throw StoreKeepingError.unsound(path)
        }
    }

    private static func checked<Store: StoreInFile>(_ path: String, as _: Store.Type) async throws -> StoreBackup {
        let copy = try await Store.openForReading(path: path)
        let check: StoreCheck
        do {
            check = try await StoreCheck.check(copy)
        } catch {
            try? await copy.close()
            throw error
        }
        try await copy.close()
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return StoreBackup(path: path, sizeInBytes: size ?? 0, check: check)
    }

    /// Two copies of one second get two names.
    private static func free(_ stem: String) -> String {
        var path = "\(stem).sqlite"
        var number = 2
        while FileManager.default.fileExists(atPath: path) {
            path = "\(stem)-\(number).sqlite"
            number += 1
        }
        return path
    }
}
