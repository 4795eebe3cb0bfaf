import Storage
import Synchronization

/// Read-only connections, lent to one read at a time; reads beyond their number wait in the order they came.
final class ReaderPool: Sendable {
    private struct State {
        var idle: [ConnectionQueue]
        var waiting: [CheckedContinuation<ConnectionQueue, Never>] = []
    }

    private let all: [ConnectionQueue]
    private let state: Mutex<State>

    init(_ readers: [ConnectionQueue]) {
        all = readers
        state = Mutex(State(idle: readers))
    }

    func run<Result: Sendable>(
        _ body: @escaping @Sendable (SQLiteConnection) throws -> Result
    ) async throws -> Result {
        let reader = await take()
        defer { give(back: reader) }
        return try await reader.run(body)
    }

    /// Takes no more reads, and blocks until those that run or wait for their turn are done.
    func finish() {
        for reader in all { reader.finish() }
    }

    func close() throws {
        for reader in all { try reader.close() }
    }

    private func take() async -> ConnectionQueue {
        await withCheckedContinuation { continuation in
            let reader = state.withLock { state -> ConnectionQueue? in
                if let reader = state.idle.popLast() { return reader }
                state.waiting.append(continuation)
                return nil
            }
            if let reader { continuation.resume(returning: reader) }
        }
    }

    private func give(back reader: ConnectionQueue) {
        let next = state.withLock { state -> CheckedContinuation<ConnectionQueue, Never>? in
            guard !state.waiting.isEmpty else {
                state.idle.append(reader)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: reader)
    }
}
