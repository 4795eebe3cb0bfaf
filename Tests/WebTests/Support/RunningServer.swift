import Chronology
import Logging
import Registers
import ServiceLifecycle
import Web

extension WebConfiguration {
    /// One made-up board, a port of the system's choice.
    static func forTests(_ change: (inout WebConfiguration) -> Void = { _ in }) -> WebConfiguration {
        let board = BoardFacts(
            board: BoardID("lst-h"), name: "Länsstyrelsen i Kalmar län", contactName: "Test Testsson",
            contactEmail: "test@example.org", dataProtectionOfficer: "dso@example.org", caseNumber: "100-2016")
        var configuration = WebConfiguration(
            baseURL: "http://localhost",
            boards: [board],
            privacy: PrivacyFacts(
                retentionDecision: "beslut 1-2016", linkRemovedOn: CalendarDate(daysSince1970: 17_000),
                smallestGroup: 5),
            signatureTime: FixedTime(Timestamp(seconds: 1_788_249_600))
        )
        configuration.port = 0
        change(&configuration)
        return configuration
    }
}

/// Runs a server for the length of the body, then stops it gracefully.
func withServer<Result: Sendable>(
    _ configuration: WebConfiguration = .forTests(), desk: SurveyDesk? = nil,
    logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
    _ body: @Sendable (Int) async throws -> Result
) async throws -> Result {
    let (ports, listening) = AsyncStream<Int>.makeStream()
    let server = GenklangServer(configuration: configuration, desk: desk, logger: logger) { port in
        listening.yield(port)
    }
    var services = ServiceGroupConfiguration(services: [.init(service: server)], logger: logger)
    // A server that does not end fails its test rather than holding it up for ever.
    services.maximumGracefulShutdownDuration = .seconds(20)
    let group = ServiceGroup(configuration: services)
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { listening.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            try await tasks.next()
            throw ServerDidNotStart()
        }
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body(port)) } catch { result = .failure(error) }
        await group.triggerGracefulShutdown()
        try await tasks.next()
        return try result.get()
    }
}

struct ServerDidNotStart: Error {}
