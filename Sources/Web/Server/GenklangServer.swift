import Foundation
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// The node's HTTP server, as a service: runs until its group stops gracefully, then finishes the requests it has
/// begun.
public struct GenklangServer: Service {
    private let configuration: WebConfiguration
    private let desk: SurveyDesk?
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - desk: where surveys are answered; without one there are only the pages that stand by themselves.
    ///   - onListening: called once, with the port, when connections are accepted.
    public init(
        configuration: WebConfiguration, desk: SurveyDesk?, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.desk = desk
        self.logger = logger
        self.onListening = onListening
    }

    /// Throws ``GenklangServerError/cannotListen(host:port:reason:)`` where the port is taken.
    public func run() async throws {
        let loops = MultiThreadedEventLoopGroup(numberOfThreads: max(configuration.eventLoops, 1))
        let limits = configuration.limits
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = limits.headSize
        decoder.maxHeaderListSize = limits.headSize
        decoder.maxHeaderFieldCount = limits.headerFields
        let application = Application(
            responder: routes().buildResponder(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(limits: limits)], httpDecoderConfiguration: decoder)),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    GenklangServer.connections(limits), logger: logger)),
            onServerRunning: { [onListening, port = configuration.port] channel in
                await onListening(channel.localAddress?.port ?? port)
            },
            eventLoopGroupProvider: .shared(loops),
            logger: logger
        )
        do {
            try await application.run()
        } catch let error as IOError {
            try? await loops.shutdownGracefully()
            throw GenklangServerError.cannotListen(
                host: configuration.host, port: configuration.port, reason: error.errnoCode)
        } catch {
            try? await loops.shutdownGracefully()
            throw error
        }
        try await loops.shutdownGracefully()
    }

    /// As many as the limits say, and fewer where the process may not open so many files.
    private static func connections(_ limits: WebLimits) -> Int {
        var files = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files) == 0 else { return limits.connections }
        // The store, the letters and the standard streams need some too.
        return max(1, min(limits.connections, Int(clamping: files.rlim_cur) - 64))
    }

    private func routes() -> Router<WebContext> {
        let frame = PageFrame(
            isSimulated: configuration.isSimulated, isDemonstration: configuration.isDemonstration)
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: Frontage(limits: configuration.limits, pages: frame, baseURL: configuration.baseURL))
        StandingRoutes(configuration: configuration, frame: frame).add(to: router)
        if let desk {
            ResponseRoutes(
                sources: AnswerSources(configuration.sources), time: configuration.signatureTime,
                limits: configuration.limits, desk: desk
            ).add(to: router)
            SurveyRoutes(
                desk: desk, configuration: configuration, frame: frame,
                guesses: GuessCount(limit: configuration.limits.wrongLinks)
            ).add(to: router)
            UnsubscribeRoutes(desk: desk, limits: configuration.limits, frame: frame).add(to: router)
            router.get("/readyz") { _, _ in
                guard await desk.isReady() else { throw Problem(.unavailable, retryAfterSeconds: 5) }
                return Reply.json(.object([("status", .string("ready"))]))
            }
        }
        if let report = configuration.report { ReportRoutes(report: report, frame: frame).add(to: router) }
        if let path = configuration.lettersFolder {
            LetterRoutes(folder: LettersFolder(path: path), frame: frame).add(to: router)
        }
        return router
    }
}

/// Why the server does not run.
public enum GenklangServerError: Error, Sendable, Hashable, CustomStringConvertible {
    case cannotListen(host: String, port: Int, reason: Int32)

    public var isPortTaken: Bool {
        switch self {
        case .cannotListen(_, _, let reason): reason == EADDRINUSE
        }
    }

    public var description: String {
        switch self {
        case .cannotListen(let host, let port, let reason):
            "cannot listen on \(host):\(port): \(String(cString: strerror(reason))). "
                + "End what uses the port, or choose another with listen in genklang.yml."
        }
    }
}
