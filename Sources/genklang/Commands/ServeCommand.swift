import ArgumentParser
import Chronology
import Foundation
import Logging
import Operations
import Reporting
import ServiceLifecycle
import Storage
import UnixSignals
import Web
import Wording

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: say(
            "Kör noden: enkätsidor och mottagning av svar.", "Run the node: survey pages and intake of answers."),
        discussion: say(
            "Exempel:\n  genklang serve\n  genklang serve --port 9000\nAvsluta med Ctrl-C; det som påbörjats görs klart.",
            "Examples:\n  genklang serve\n  genklang serve --port 9000\nEnd with Ctrl-C; what has begun is finished."
        )
    )

    @OptionGroup var place: WorkspaceOptions

    @Option(
        help: ArgumentHelp(say("Port i stället för den i genklang.yml.", "Port instead of the one in genklang.yml.")))
    var port: Int?

    @Option(
        help: ArgumentHelp(
            say("Fil med en demonstrations klocka.", "File with a demonstration's clock."), visibility: .hidden))
    var simulatedClock: String?

    @Flag(
        help: ArgumentHelp(say("Sluta när standard in stängs.", "End when standard input closes."), visibility: .hidden)
    )
    var endsWithInput = false

    @Flag(
        help: ArgumentHelp(say("Svara på /hello, för mätning.", "Answer /hello, for measuring."), visibility: .hidden))
    var saysHello = false

    func validate() throws {
        if let port, !(0...65_535).contains(port) {
            throw ValidationError(say("Porten är 0 till 65535.", "The port is 0 to 65535."))
        }
    }

    func run() async throws {
        let clock: any TimeSource = try simulatedClock.map { try SharedTime(path: $0) } ?? SystemTime()
        let node = try await OpenNode.open(at: place.workspace, as: "serve", time: clock)
        do {
            if simulatedClock != nil, !node.workspace.configuration.isDemonstration {
                throw ValidationError(
                    say("Bara en demonstration har simulerad klocka.", "Only a demonstration has a simulated clock."))
            }
            try await serve(node)
        } catch {
            await node.close()
            throw error
        }
        await node.close()
        Terminal.note(say("Noden har slutat.", "The node has ended."))
    }

    private func serve(_ node: OpenNode) async throws {
        var logger = Logger(label: "genklang") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        var options = IntakeOptions()
        options.endpoints = node.workspace.configuration.endpoints.map(\.name)
        let keys = PseudonymKeys(folder: node.workspace.keyFolder)
        let intake = Intake(
            store: node.store, keys: keys, time: node.time,
            options: options, logger: logger)
        var configuration = try WebConfiguration(node.workspace, signatureTime: SystemTime())
        if let port { configuration.port = port }
        configuration.saysHello = saysHello
        configuration.report = { try await node.reportPage(in: $0) }
        if node.workspace.configuration.isDemonstration {
            configuration.lettersFolder = node.workspace.path("letters")
        }
        let host = configuration.host
        let server = GenklangServer(
            configuration: configuration,
            desk: SurveyDesk(store: node.store, intake: intake, keys: keys, time: node.time),
            logger: logger
        ) { port in
            Terminal.line(say("Lyssnar på http://\(host):\(port)", "Listening on http://\(host):\(port)"))
        }
        var services: [ServiceGroupConfiguration.ServiceConfiguration] = [
            .init(service: intake), .init(service: DraftClosing(store: node.store, time: node.time)),
            .init(service: server),
        ]
        if endsWithInput {
            services.append(.init(service: InputWatch(), successTerminationBehavior: .gracefullyShutdownGroup))
        }
        var group = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(20)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch let error as GenklangServerError where error.isPortTaken {
            throw Failure(
                "Porten \(configuration.port) på \(host) är upptagen. Avsluta det som använder den, eller välj en annan med --port eller listen i genklang.yml.",
                "Port \(configuration.port) of \(host) is taken. End what uses it, or choose another with --port or listen in genklang.yml."
            )
        }
    }
}

/// Ends when standard input closes: the life line of a demonstration's child.
///
/// Ends also when the group shuts down or is cancelled, as when the port is taken; otherwise the group would wait for it.
private struct InputWatch: Service {
    func run() async throws {
        var poll = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            if Glibc.poll(&poll, 1, 0) > 0 {
                var byte: UInt8 = 0
                if read(0, &byte, 1) <= 0 { return }
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}
