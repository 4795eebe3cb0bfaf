import Delivery
import Operations
import Surveying
import Synchronization
import Trials
import Webhooks

/// Clients that post answers without end, and send again what was not acknowledged.
///
/// One answer in ten is posted twice at the same time, as by a double click; later rounds over the same people are
/// greater revisions with other answers.
struct AnswerLoad: Sendable {
    let trial: Trial
    let client: HTTPClient
    let acknowledged: AcknowledgedAnswers
    private let isEnding = Flag()
    private let next = Counter()

    init(_ trial: Trial, client: HTTPClient, acknowledged: AcknowledgedAnswers) {
        self.trial = trial
        self.client = client
        self.acknowledged = acknowledged
    }

    /// Returns when ``end()`` was called and every answer begun is acknowledged, or a minute later.
    func run(clients: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<clients {
                group.addTask {
                    while !isEnding.isSet { await postNext() }
                }
            }
        }
    }

    func end() {
        isEnding.set()
    }

    private func postNext() async {
        let number = next.next()
        let answer = AcknowledgedAnswers.Answer(
            person: number / 2 % trial.people, wave: number % 2 == 0 ? .before : .after,
            revision: Int64(number / 2 / trial.people) + 1)
        // The event stays the same at every attempt; only the signature's time moves on.
        let body = trial.event(
            of: answer.person, answer.wave, revision: answer.revision, at: SystemTime().now()
        ).encoded()
        guard number % 10 == 0 else { return await post(body, of: answer) }
        async let twin: Void = post(body, of: answer)
        await post(body, of: answer)
        await twin
    }

    private func post(_ body: [UInt8], of answer: AcknowledgedAnswers.Answer) async {
        let id = "msg_\(Trial.responseID(of: answer.person, answer.wave))_\(answer.revision)"
        for _ in 0..<3_000 {
            let headers = StandardWebhooks.headers(id: id, at: SystemTime().now(), body: body, secret: trial.secret)
            let reply = try? await client.post(
                "http://127.0.0.1:\(trial.place.port)/v1/responses",
                headers: headers + [("content-type", "application/json")], body: body)
            switch reply?.status {
            case 200, 201: return acknowledged.note(answer)
            case nil, 503: try? await Task.sleep(for: .milliseconds(20))
            case .some(let status): return acknowledged.note(unexpectedStatus: status)
            }
        }
    }
}

final class Flag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .acquiring) }

    func set() {
        value.store(true, ordering: .releasing)
    }
}

final class Counter: Sendable {
    private let value = Atomic(0)

    /// 0, 1, 2…
    func next() -> Int {
        value.wrappingAdd(1, ordering: .relaxed).oldValue
    }
}
