import Foundation
import Synchronization

/// A bar on standard error for steps that take over a second; nothing where standard error is not a terminal.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var drawnAt = ContinuousClock.now
        var isDrawn = false
    }

    private let title: String
    private let total: Int
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    init(_ title: String, total: Int) {
        self.title = title
        self.total = max(total, 1)
    }

    func advance(by count: Int = 1, note: String = "") {
        state.withLock { state in
            state.done = min(state.done + count, total)
            let now = ContinuousClock.now
            guard Terminal.showsProgress, now - start > .seconds(1), now - state.drawnAt > .milliseconds(80) else {
                return
            }
            state.drawnAt = now
            state.isDrawn = true
            let cells = 28
            let full = state.done * cells / total
            let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
            let line = "\(title) \(bar) \(state.done)/\(total) \(note)"
            Terminal.draw("\r\u{1B}[K" + String(line.prefix(Terminal.width - 1)))
        }
    }

    func finish() {
        state.withLock { state in
            if state.isDrawn { Terminal.draw("\r\u{1B}[K") }
            state.isDrawn = false
        }
    }
}
