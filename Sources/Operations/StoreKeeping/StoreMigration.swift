public import Chronology
public import Storage

/// The steps that brought a store's schema up to date, each with the backup that was made before it.
public struct StoreMigration: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public let name: String
        /// `nil` for the steps of a new store, before which there is nothing.
        public let backup: StoreBackup?
    }

    public let steps: [Step]

    /// Takes every step that is left, each in a transaction of its own and after a verified backup of a store that is
    /// not new.
    ///
    /// A step that fails leaves the store as the step before it did. Throws
    /// ``StorageError/newerSchema(found:known:)`` for a store of a newer genklang.
    ///
    /// - Parameter known: the steps that this program knows; others than its own only in tests.
    public static func migrate<Store: StoreInFile>(
        _ store: Store, backups folder: String, at now: Timestamp, known: [Migration] = Migration.all
    ) async throws -> StoreMigration {
        let dialect = store.dialect
        var steps: [Step] = []
        var isNew = false
        while true {
            let status = try await store.read { try Schema.status(in: $0, dialect: dialect, known: known) }
            guard let next = status.pending.first else { return StoreMigration(steps: steps) }
            if status.applied.isEmpty { isNew = true }
            let backup =
                isNew
                ? nil : try await StoreBackup.make(of: store, in: folder, suffix: "-before-\(next)", at: now)
            let taken = try await store.write {
                try Schema.takeNextStep(in: $0, dialect: dialect, at: now, known: known)
            }
            guard let taken else { return StoreMigration(steps: steps) }
            steps.append(Step(name: taken, backup: backup))
        }
    }
}
