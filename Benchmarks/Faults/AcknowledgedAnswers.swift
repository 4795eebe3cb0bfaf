import Chronology
import Delivery
import Operations
import Storage
import Surveying
import Synchronization
import Trials
import Webhooks

/// The client's own list of what the server has acknowledged: what must be on the disk, whatever happens.
final class AcknowledgedAnswers: Sendable {
    struct Answer: Sendable {
        var person: Int
        var wave: Wave
        var revision: Int64
    }

    private struct State {
        var latest: [String: Answer] = [:]
        var count = 0
        var unexpected: [Int: Int] = [:]
        var trigger: (count: Int, action: @Sendable () -> Void)?
    }

    private let state = Mutex(State())

    func note(_ answer: Answer) {
        let action = state.withLock { state -> (@Sendable () -> Void)? in
            state.count += 1
            let id = Trial.responseID(of: answer.person, answer.wave)
            if (state.latest[id]?.revision ?? 0) < answer.revision { state.latest[id] = answer }
            guard let trigger = state.trigger, state.count >= trigger.count else { return nil }
            state.trigger = nil
            return trigger.action
        }
        action?()
    }

    /// Does something in the very moment in which so many more acknowledgements have come.
    func after(_ count: Int, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.trigger = ($0.count + count, action) }
    }

    func note(unexpectedStatus status: Int) {
        state.withLock { $0.unexpected[status, default: 0] += 1 }
    }

    /// The greatest revision that was acknowledged, of each response.
    var latest: [Answer] { state.withLock { Array($0.latest.values) } }
    /// All acknowledgements, repetitions too.
    var count: Int { state.withLock { $0.count } }
    /// Statuses that are neither an acknowledgement nor a request to come back.
    var unexpected: [Int: Int] { state.withLock { $0.unexpected } }
}
