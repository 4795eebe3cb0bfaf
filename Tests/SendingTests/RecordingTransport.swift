import Operations
import Synchronization

/// Takes letters in memory, answers as a test says, and remembers what it was given.
final class RecordingTransport: LetterTransport {
    private struct State {
        var letters: [LetterInTransit] = []
        var inFlight = 0
        var mostInFlight = 0
    }

    let lettersInFlight = 4
    private let state = Mutex(State())
    private let answer: @Sendable (LetterInTransit) async -> LetterOutcome

    init(
        _ answer: @escaping @Sendable (LetterInTransit) async -> LetterOutcome = { _ in
            .accepted(code: 250, reply: "250 OK")
        }
    ) {
        self.answer = answer
    }

    func deliver(_ mail: LetterInTransit) async -> LetterOutcome {
        state.withLock { state in
            state.letters.append(mail)
            state.inFlight += 1
            state.mostInFlight = max(state.mostInFlight, state.inFlight)
        }
        let outcome = await answer(mail)
        state.withLock { $0.inFlight -= 1 }
        return outcome
    }

    var letters: [LetterInTransit] { state.withLock { $0.letters } }
    var mostInFlight: Int { state.withLock { $0.mostInFlight } }

    /// How many times each recipient was handed a letter.
    var timesHanded: [String: Int] {
        Dictionary(letters.map { ($0.recipient, 1) }, uniquingKeysWith: +)
    }
}

/// Another transport, with another number of letters at once.
struct BoundTransport: LetterTransport {
    let base: any LetterTransport
    let lettersInFlight: Int

    func deliver(_ mail: LetterInTransit) async -> LetterOutcome { await base.deliver(mail) }
}
