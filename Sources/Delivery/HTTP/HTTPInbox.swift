import CCurl
import Synchronization

/// libcurl's multi handle.
///
/// `@unchecked Sendable`: it belongs to the HTTP thread; other threads may call `curl_multi_wakeup` alone, which is
/// made for that, and only under the inbox's lock, which the thread takes before it cleans the handle up.
struct MultiHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

/// What tasks hand the HTTP thread, and how they wake it.
final class HTTPInbox: Sendable {
    private struct State {
        var jobs: [HTTPJob] = []
        var hasCancellations = false
        var isClosed = false
        /// While the thread runs.
        var multi: MultiHandle?
    }

    struct Contents {
        var jobs: [HTTPJob]
        var hasCancellations: Bool
        var isClosed: Bool
    }

    private let state = Mutex(State())

    /// Answers whether the job was taken in.
    func put(_ job: HTTPJob) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.jobs.append(job)
            // One wake-up is enough for all that arrives before the thread looks.
            if state.jobs.count == 1 { wake(state) }
            return true
        }
    }

    func noteCancellation() {
        state.withLock { state in
            state.hasCancellations = true
            wake(state)
        }
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            wake(state)
        }
    }

    func attach(_ multi: MultiHandle) {
        state.withLock { $0.multi = multi }
    }

    /// After this no task wakes the handle any more, so that it can be cleaned up.
    func detach() -> [HTTPJob] {
        state.withLock { state in
            state.multi = nil
            state.isClosed = true
            defer { state.jobs = [] }
            return state.jobs
        }
    }

    func takeAll() -> Contents {
        state.withLock { state in
            defer {
                state.jobs = []
                state.hasCancellations = false
            }
            return Contents(jobs: state.jobs, hasCancellations: state.hasCancellations, isClosed: state.isClosed)
        }
    }

    private func wake(_ state: borrowing State) {
        if let multi = state.multi { _ = curl_multi_wakeup(multi.pointer) }
    }
}
