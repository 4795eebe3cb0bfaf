public import Chronology
public import Logging
public import ServiceLifecycle
public import Storage
import Surveying
import Synchronization

/// Takes answers from forms and from other systems, and acknowledges each after it has reached the disk.
///
/// What arrives while a transaction is being flushed waits and shares the next one; no timer is involved, so a
/// lone answer waits for nobody. Answers are validated before they wait, and each is decided by itself, so that
/// one cannot fail its neighbours. The queue is bounded. As a service it only waits for the shutdown, at which it
/// turns new submissions away and stores those that wait.
public final class Intake: Service {
    private struct Waiting: Sendable {
        let submission: CheckedSubmission
        let continuation: CheckedContinuation<IntakeVerdict, Never>
    }

    private struct Queue {
        var waiting: [Waiting] = []
        var isDraining = false
        var isClosed = false
        /// Who wants to know that nothing waits any more.
        var watchers: [CheckedContinuation<Void, Never>] = []
    }

    let store: any StorageDriver
    let keys: PseudonymKeys
    let time: any TimeSource
    let shelf = SurveyShelf()
    private let options: IntakeOptions
    private let logger: Logger
    private let queue = Mutex(Queue())

    public init(
        store: any StorageDriver, keys: PseudonymKeys, time: any TimeSource, options: IntakeOptions = IntakeOptions(),
        logger: Logger = Logger(label: "genklang.intake")
    ) {
        self.store = store
        self.keys = keys
        self.time = time
        self.options = options
        self.logger = logger
    }

    /// Stores a submission, or says why not. Returns when the verdict is final and, if it acknowledges, durable.
    public func submit(_ submission: Submission) async -> IntakeVerdict {
        do {
            let checked = try await check(submission)
            return await withCheckedContinuation { enqueue(Waiting(submission: checked, continuation: $0)) }
        } catch let refusal as Refusal {
            return refusal.verdict
        } catch {
            logger.error("an answer could not be checked", metadata: ["error": "\(error)"])
            return unavailable
        }
    }

    public func run() async throws {
        try? await gracefulShutdown()
        await drained()
    }

    /// Turns new submissions away from now on, and returns when those that wait have their verdicts.
    public func drained() async {
        await withCheckedContinuation { continuation in
            let isIdle = queue.withLock { queue in
                queue.isClosed = true
                if queue.isDraining { queue.watchers.append(continuation) }
                return !queue.isDraining
            }
            if isIdle { continuation.resume() }
        }
    }

    private var unavailable: IntakeVerdict { .unavailable(retryAfterSeconds: options.retryAfterSeconds) }

    private func check(_ submission: Submission) async throws -> CheckedSubmission {
        guard submission.revision >= 1 else { throw Refusal(.conflict(.revisionBelowOne)) }
        var content = shelf.content
        if content.surveys[submission.survey] == nil { content = try await store.read(shelf.current) }
        guard let served = content.surveys[submission.survey] else { throw Refusal(.unknownSurvey) }
        let key = try await keys.key(of: submission.survey.conference, store: store)
        if submission.isErasure { return CheckedSubmission(submission, key: key, content: nil) }
        guard submission.token != nil else { throw Refusal(.unknownInvitation) }
        do {
            let checked = try CheckedSubmission.content(of: submission, for: served)
            return CheckedSubmission(submission, key: key, content: checked)
        } catch {
            // Another process may have generated the survey anew since it was read.
            guard case .conflict(.otherVersion) = error.verdict,
                let fresh = try await store.read(shelf.current).surveys[submission.survey],
                fresh.survey.version != served.survey.version
            else { throw error }
            let checked = try CheckedSubmission.content(of: submission, for: fresh)
            return CheckedSubmission(submission, key: key, content: checked)
        }
    }

    private func enqueue(_ waiting: Waiting) {
        enum Step { case turnAway, wait, drain }
        let step = queue.withLock { queue -> Step in
            guard !queue.isClosed, queue.waiting.count < options.queueLimit else { return .turnAway }
            queue.waiting.append(waiting)
            if queue.isDraining { return .wait }
            queue.isDraining = true
            return .drain
        }
        switch step {
        case .turnAway: waiting.continuation.resume(returning: unavailable)
        case .wait: break
        case .drain: Task { await drain() }
        }
    }

    private func drain() async {
        while true {
            let (batch, watchers) = queue.withLock { queue in
                let batch = Array(queue.waiting.prefix(options.batchLimit))
                queue.waiting.removeFirst(batch.count)
                guard batch.isEmpty else { return (batch, [CheckedContinuation<Void, Never>]()) }
                queue.isDraining = false
                defer { queue.watchers = [] }
                return (batch, queue.watchers)
            }
            guard !batch.isEmpty else {
                for watcher in watchers { watcher.resume() }
                return
            }
            await settle(batch)
        }
    }

    private func settle(_ batch: [Waiting]) async {
        if options.acknowledgesBeforeCommit { return await settleTooSoon(batch) }
        let verdicts = await verdicts(on: batch.map(\.submission))
        for (waiting, verdict) in zip(batch, verdicts) { waiting.continuation.resume(returning: verdict) }
    }

    /// Commits, and where that fails for a reason that lies in a single submission, commits one by one.
    private func verdicts(on submissions: [CheckedSubmission]) async -> [IntakeVerdict] {
        do {
            return try await commit(submissions)
        } catch StorageError.full, StorageError.locked {
            logger.error("answers wait: the store is full or in use")
            return submissions.map { _ in unavailable }
        } catch {
            guard submissions.count > 1 else {
                logger.error("an answer could not be stored", metadata: ["error": "\(error)"])
                return [unavailable]
            }
        }
        var verdicts: [IntakeVerdict] = []
        for submission in submissions { verdicts += await self.verdicts(on: [submission]) }
        return verdicts
    }

    private func commit(_ submissions: [CheckedSubmission]) async throws -> [IntakeVerdict] {
        let batch = IntakeBatch(submissions: submissions, options: options, now: time.now())
        let dialect = store.dialect
        return try await PairedCounting.write(to: store, logger: logger) { [shelf] in
            try batch.apply(in: $0, dialect: dialect, shelf: shelf)
        }
    }

    /// The fault that ``IntakeOptions/acknowledgesBeforeCommit`` asks for.
    private func settleTooSoon(_ batch: [Waiting]) async {
        let work = IntakeBatch(submissions: batch.map(\.submission), options: options, now: time.now())
        let dialect = store.dialect
        let answered = Mutex(false)
        do {
            try await store.write { [shelf] writer in
                let verdicts = try work.apply(in: writer, dialect: dialect, shelf: shelf)
                answered.withLock { $0 = true }
                for (waiting, verdict) in zip(batch, verdicts) { waiting.continuation.resume(returning: verdict) }
            }
        } catch {
            guard !answered.withLock({ $0 }) else { return }
            for waiting in batch { waiting.continuation.resume(returning: unavailable) }
        }
    }
}
