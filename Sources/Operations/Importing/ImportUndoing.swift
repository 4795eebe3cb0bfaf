public import Chronology
public import Registers
public import Storage

/// Takes an import back: the people, registrations and themes that came with it go, and what it filled is empty again.
///
/// All or nothing, in one transaction. Where something later depends on it, nothing is changed.
public struct ImportUndoing: Sendable {
    public enum Result: Sendable, Hashable {
        case undone(removed: Int, changedBack: Int)
        /// It was taken back before; nothing was changed.
        case repeated(at: Timestamp)
        /// How many people stand in the way; nothing was changed.
        case refused(ImportDependence)
    }

    private let store: any StorageDriver
    private let review: ConflictReview
    private let time: any TimeSource

    public init(store: any StorageDriver, frame: Frame, time: any TimeSource) {
        self.store = store
        review = ConflictReview(store: store, frame: frame, time: time)
        self.time = time
    }

    /// Returns `nil` where there is no such import in the scope.
    public func undo(_ id: ImportID, _ scope: Scope) async throws -> Result? {
        let now = time.now()
        return try await store.write { writer throws -> Result? in
            guard let file = try ImportRecords.list(scope, in: writer).first(where: { $0.id == id }) else {
                return nil
            }
            if let undoneAt = file.undoneAt { return .repeated(at: undoneAt) }
            var dependence = try ImportDependence(on: id, in: writer)
            dependence.changed += try ImportRecords.countChangedSince(id, in: writer)
            guard dependence.isEmpty else { return .refused(dependence) }
            let (removed, changedBack) = try ImportRecords.undo(id, at: now, in: writer)
            try DecidedPairs.forgetGone(of: file.board, in: writer)
            // A decision went with the import it was made at; other imports' rows that it was about wait again.
            try review.wakeIgnored(file.board, in: writer)
            return .undone(removed: removed, changedBack: changedBack)
        }
    }
}
