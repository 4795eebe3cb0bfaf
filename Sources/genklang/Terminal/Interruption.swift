import ArgumentParser
@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and termination, as something that can be waited for.
///
/// The first signal cancels what ``run(_:)`` is running, so that children and files are put in order; a second one
/// ends the process at once.
final class Interruption: Sendable {
    private struct State {
        var isInterrupted = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var cancel: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [weak self] in self?.interrupt() }
            source.resume()
        }
    }

    var isInterrupted: Bool { state.withLock(\.isInterrupted) }

    /// Returns when the process is interrupted.
    func wait() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.isInterrupted { state.waiting.append(continuation) }
                return state.isInterrupted
            }
            if isOver { continuation.resume() }
        }
    }

    /// Runs work that an interruption cancels.
    func run<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        let isOver = state.withLock { state in
            state.cancel = { task.cancel() }
            return state.isInterrupted
        }
        if isOver { task.cancel() }
        return try await task.value
    }

    private func interrupt() {
        let (waiting, cancel, isSecond) = state.withLock { state in
            defer {
                state.waiting = []
                state.isInterrupted = true
            }
            return (state.waiting, state.cancel, state.isInterrupted)
        }
        if isSecond { exit(ExitCode.interrupted.rawValue) }
        cancel?()
        for continuation in waiting { continuation.resume() }
    }
}
