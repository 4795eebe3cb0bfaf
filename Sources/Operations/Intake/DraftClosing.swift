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
            while !Task.isCancelled {
                do {
                    for (survey, count) in try await DraftClosing.close(store, at: time.now()) {
                        logger.info("drafts became partial", metadata: ["survey": "\(survey)", "count": "\(count)"])
                    }
                } catch {
                    logger.error("drafts wait", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// Closes the drafts of every survey whose close and grace are past. Doing so again finds nothing.
    ///
    /// The revision stays, so that a later state from the same sender still replaces it; answers to questions that
    /// are not asked after the others are left out, as they are in any counted response.
    ///
    /// - Returns: how many drafts became partial, by survey.
    @discardableResult
    public static func close(
        _ store: any StorageDriver, at now: Timestamp, graceInSeconds: Int64 = IntakeOptions().graceInSeconds
    ) async throws -> [SurveyID: Int] {
        let ended = try await store.read { reader in
            try SurveyRecords.list(.node, in: reader)
                .filter { $0.frozenAt != nil && $0.closesAt.adding(seconds: graceInSeconds) < now }.map(\.id)
        }
        var closed: [SurveyID: Int] = [:]
        let dialect = store.dialect
        for survey in ended {
            let count = try await store.write { try close(survey, in: $0, dialect: dialect) }
            if count > 0 { closed[survey] = count }
        }
        return closed
    }

    private static func close(_ survey: SurveyID, in writer: any SQLWriting, dialect: SQLDialect) throws -> Int {
        let drafts = try ResponseRecords.drafts(survey, in: writer)
        guard !drafts.isEmpty else { return 0 }
        let content = try ShelfContent(in: writer)
        guard let served = content.surveys[survey] else { return 0 }
        let rows = try ResponseRecords.related(to: drafts.map { ($0.key, $0.pseudonym) }, in: writer)
        var ledger = ResponseLedger(rows.joined())
        for draft in drafts {
            guard let answers = draft.answers.flatMap({ AnswerSet(json: $0) }) else { continue }
            var partial = draft
            partial.state = .partial
            partial.answers = served.survey.asked(of: answers).json
            ledger.put(partial)
        }
        ledger.settle()
        try ResponseRecords.put(ledger.changedRows, in: writer)
        try ledger.tableChanges(content.pairings).apply(in: writer, dialect: dialect)
        return drafts.count
    }
}
