import Chronology
import Storage
import Synchronization

struct FixedWorldTime: TimeSource {
    func now() -> Timestamp { IntakeWorld.now }
}

/// A store that fails or waits when it is told to.
final class RefusingStore: StorageDriver {
    private struct State {
        var error: StorageError?
        var failsCommits = false
        var isHeld = false
        var isReached = false
        var held: [CheckedContinuation<Void, Never>] = []
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    private let store: any StorageDriver
    private let state = Mutex(State())

    init(_ store: any StorageDriver) {
        self.store = store
    }

    var dialect: SQLDialect { store.dialect }

    func refuse(_ error: StorageError?) { state.withLock { $0.error = error } }

    func failCommits() { state.withLock { $0.failsCommits = true } }

    func hold() { state.withLock { $0.isHeld = true } }

    func letGo() {
        let held = state.withLock { state in
            state.isHeld = false
            defer { state.held = [] }
            return state.held
        }
        for continuation in held { continuation.resume() }
    }

    /// Returns when a write waits.
    func isReached() async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if !state.isReached { state.watchers.append(continuation) }
                return state.isReached
            }
            if isReached { continuation.resume() }
        }
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLReading) throws -> Result
    ) async throws -> Result {
        try await store.read(body)
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLWriting) throws -> Result
    ) async throws -> Result {
        if let error = state.withLock({ $0.error }) { throw error }
        await waitWhileHeld()
        guard state.withLock({ $0.failsCommits }) else { return try await store.write(body) }
        return try await store.write { writer in
            _ = try body(writer)
            throw StorageError.full
        }
    }

    private func waitWhileHeld() async {
        await withCheckedContinuation { continuation in
            let (isHeld, watchers) = state.withLock { state in
                guard state.isHeld else { return (false, [CheckedContinuation<Void, Never>]()) }
                state.held.append(continuation)
                state.isReached = true
                defer { state.watchers = [] }
                return (true, state.watchers)
            }
            for watcher in watchers { watcher.resume() }
            if !isHeld { continuation.resume() }
        }
    }

    func close() async throws { try await store.close() }
}
