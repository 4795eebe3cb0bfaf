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
    }

    private let state = Mutex(State())

    func note(_ answer: Answer) {
        state.withLock { state in
            state.count += 1
            let id = Trial.responseID(of: answer.person, answer.wave)
            if let known = state.latest[id], known.revision >= answer.revision { return }
            state.latest[id] = answer
        }
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
