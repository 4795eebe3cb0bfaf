import Storage
import Synchronization

/// The file lock as the threads of one process share it: opening, the writing thread and closing take turns.
///
/// `@unchecked Sendable`: `file` is used only inside `turn`.
final class SharedLock: @unchecked Sendable {
    private let turn = Mutex(())
    private let file: FileLock

    init(_ file: FileLock) {
        self.file = file
    }

    /// Blocks the thread until the lock is held, runs the closure and lets the lock go.
    func holding<Result>(for holder: String, _ body: () throws -> Result) throws -> Result {
        try turn.withLock { _ in
            try file.acquire(for: holder)
            defer { file.release() }
            return try body()
        }
    }
}
