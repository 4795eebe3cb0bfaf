import Foundation
import Synchronization

/// A thread for C calls that block, off the cooperative pool, whose end can be awaited.
final class WorkerThread: Sendable {
    private let end = Completion()

    init(name: String, _ body: @escaping @Sendable () -> Void) {
        let end = end
        let thread = Thread {
            body()
            end.complete()
        }
        thread.name = name
        thread.start()
    }

    func finished() async {
        await end.value()
    }
}

/// Something that happens once, and is waited for by any number of tasks.
final class Completion: Sendable {
    private struct State {
        var isComplete = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func complete() {
        let waiting = state.withLock { state in
            state.isComplete = true
            defer { state.waiting = [] }
            return state.waiting
        }
        waiting.forEach { $0.resume() }
    }

    func value() async {
        await withCheckedContinuation { continuation in
            let isComplete = state.withLock { state in
                if !state.isComplete { state.waiting.append(continuation) }
                return state.isComplete
            }
            if isComplete { continuation.resume() }
        }
    }
}
