public import Chronology
public import Logging
import Registers
public import ServiceLifecycle
public import Storage
public import Surveying

/// Makes drafts count when their survey has closed: what someone wrote and never sent is a partial response.
public struct DraftClosing: Service {
    private let store: any StorageDriver
    private let time: any TimeSource
    private let interval: Duration
    private let logger: Logger

    public init(
        store: any StorageDriver, time: any TimeSource, every interval: Duration = .seconds(60),
        logger: Logger = Logger(label: "genklang.drafts")
    ) {
        self.store = store
        self.time = time
        self.interval = interval
        self.logger = logger
    }

    /// Looks for closed surveys again and again until the shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            var unreadable: [SurveyID: Int] = [:]
            while !Task.isCancelled {
                do {
                    let drafts = try await DraftClosing.close(store, at: time.now(), logger: logger)
                    for (survey, count) in drafts.closed {
                        logger.info("drafts became partial", metadata: ["survey": "\(survey)", "count": "\(count)"])
                    }
                    // Once, and not every minute until somebody has looked.
                    for (survey, count) in drafts.unreadable where unreadable[survey] != count {
                        logger.error(
                            "drafts cannot be read: run genklang store check",
                            metadata: ["survey": "\(survey)", "count": "\(count)"])
                    }
                    unreadable = drafts.unreadable
                } catch {
                    logger.error("drafts wait", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// What a look at the drafts came to, by survey.
    public struct Outcome: Sendable, Hashable {
        /// How many drafts became partial.
        public internal(set) var closed: [SurveyID: Int] = [:]
        /// How many drafts cannot be read, and stay as they are.
        public internal(set) var unreadable: [SurveyID: Int] = [:]
        /// The surveys whose drafts wait, for reasons that are in the log.
        public internal(set) var failed: Set<SurveyID> = []

        public init() {}
    }

    /// Closes the drafts of every survey whose close and grace are past. Doing so again finds nothing.
    ///
    /// The revision stays, so that a later state from the same sender still replaces it; answers to questions that
    /// are not asked after the others are left out, as they are in any counted response. One survey that cannot be
    /// closed does not hold up the others.
    ///
    /// - Throws: what the store throws where it cannot be read at all.
    @discardableResult
    public static func close(
        _ store: any StorageDriver, at now: Timestamp, graceInSeconds: Int64 = IntakeOptions().graceInSeconds,
        logger: Logger = Logger(label: "genklang.drafts")
    ) async throws -> Outcome {
        let ended = try await store.read { reader in
            try SurveyRecords.list(.node, in: reader)
                .filter { $0.frozenAt != nil && $0.closesAt.adding(seconds: graceInSeconds) < now }.map(\.id)
                .filter { try !ResponseRecords.drafts($0, in: reader).isEmpty }
        }
        var outcome = Outcome()
        let dialect = store.dialect
        for survey in ended {
            do {
                let (closed, unreadable) = try await PairedCounting.write(to: store, logger: logger) {
                    try close(survey, in: $0, dialect: dialect)
                }
                if closed > 0 { outcome.closed[survey] = closed }
                if unreadable > 0 { outcome.unreadable[survey] = unreadable }
            } catch {
                logger.error("a survey's drafts wait", metadata: ["survey": "\(survey)", "error": "\(error)"])
                outcome.failed.insert(survey)
            }
        }
        return outcome
    }

    private static func close(
        _ survey: SurveyID, in writer: any SQLWriting, dialect: SQLDialect
    ) throws -> (closed: Int, unreadable: Int) {
        let drafts = try ResponseRecords.drafts(survey, in: writer)
        guard !drafts.isEmpty else { return (0, 0) }
        let content = try ShelfContent(in: writer)
        guard let served = content.surveys[survey] else { throw StorageError.unexpectedRow("surveys") }
        let rows = try ResponseRecords.related(to: drafts.map { ($0.key, $0.pseudonym) }, in: writer)
        var ledger = ResponseLedger(rows.joined())
        var closed = 0
        for draft in drafts {
            guard let answers = draft.answers.flatMap({ AnswerSet(json: $0) }) else { continue }
            closed += 1
            var partial = draft
            partial.state = .partial
            partial.answers = served.survey.asked(of: answers).json
            ledger.put(partial)
        }
        ledger.settle()
        try ResponseRecords.put(ledger.changedRows, in: writer)
        try ledger.tableChanges(content.pairings).apply(in: writer, dialect: dialect)
        return (closed, drafts.count - closed)
    }
}
