/// Connections to one relay, each with a thread and an easy handle of its own, reused from letter to letter.
public final class SMTPPool: Sendable {
    private struct Job: Sendable {
        var mail: OutgoingMail
        var continuation: CheckedContinuation<SMTPOutcome, Never>
    }

    /// The most letters that can be on the wire at once. Who hands over more has them wait here.
    public let connections: Int
    private let queue = BlockingQueue<Job>()
    private let threads: [WorkerThread]

    /// Connections are opened with the first letters, not here.
    public init(server: SMTPServer, connections: Int) {
        self.connections = max(1, connections)
        let queue = queue
        threads = (1...self.connections).map { number in
            WorkerThread(name: "genklang-smtp-\(number)") {
                let connection = SMTPConnection(server)
                while let job = queue.take() {
                    let outcome = connection?.send(job.mail) ?? .deferred(code: nil, reply: "libcurl: out of memory")
                    job.continuation.resume(returning: outcome)
                }
            }
        }
    }

    deinit {
        Self.giveBack(queue.close())
    }

    /// Hands one letter to the relay. Not cancellable: once begun, a letter's outcome must be known.
    ///
    /// After ``close()`` every letter is deferred without being sent.
    public func send(_ mail: OutgoingMail) async -> SMTPOutcome {
        await withCheckedContinuation { continuation in
            let job = Job(mail: mail, continuation: continuation)
            if !queue.put(job) { Self.giveBack([job]) }
        }
    }

    /// Lets letters under way end, defers those that wait, says QUIT, and returns when every thread has ended.
    public func close() async {
        Self.giveBack(queue.close())
        for thread in threads { await thread.finished() }
    }

    private static func giveBack(_ jobs: [Job]) {
        for job in jobs {
            job.continuation.resume(
                returning: .deferred(code: nil, reply: "The pool was closed before the letter was sent."))
        }
    }
}
