import Chronology
import Foundation
import Logging
@_spi(FaultInjection) import Operations
import SQLiteStorage
import ServiceLifecycle
import UnixSignals
import Web
import Webhooks

/// A server on a slow disk that can be given the one fault that must never be: it acknowledges an answer before it is
/// on the disk.
///
/// It exists to show that the fault run would notice. It takes what `genklang serve` takes, with
/// `--acknowledges-before-commit` for the fault, and belongs to no distribution.
@main
enum FaultyServer {
    static func main() async throws {
        guard let root = argument("--workspace"), let port = argument("--port").flatMap({ Int($0) }) else {
            FileHandle.standardError.write(Data("usage: genklang-faulty-server --workspace DIR --port N\n".utf8))
            exit(64)
        }
        let workspace = try Workspace(at: root)
        let store = SlowDisk(
            store: try await SQLiteDriver.open(path: workspace.storePath, owner: "genklang-faulty-server"))
        let time = SystemTime()
        let logger = Logger(label: "genklang-faulty-server") { StreamLogHandler.standardError(label: $0) }
        var options = IntakeOptions()
        options.acknowledgesBeforeCommit = CommandLine.arguments.contains("--acknowledges-before-commit")
        options.endpoints = workspace.configuration.endpoints.map(\.name)
        let keys = PseudonymKeys(folder: workspace.keyFolder)
        let intake = Intake(store: store, keys: keys, time: time, options: options, logger: logger)
        let server = GenklangServer(
            configuration: try configuration(workspace, port: port),
            desk: SurveyDesk(store: store, intake: intake, keys: keys, time: time), logger: logger
        ) { port in
            FileHandle.standardOutput.write(Data("Listening on http://127.0.0.1:\(port)\n".utf8))
        }
        Thread.detachNewThread {
            // The life line of a child: whoever started it is gone.
            while let bytes = try? FileHandle.standardInput.read(upToCount: 64), !bytes.isEmpty {}
            kill(getpid(), SIGTERM)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: intake), .init(service: server)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        try await store.close()
    }

    private static func argument(_ name: String) -> String? {
        let arguments = CommandLine.arguments
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        return arguments[place + 1]
    }

    private static func configuration(_ workspace: Workspace, port: Int) throws -> WebConfiguration {
        var configuration = WebConfiguration(
            baseURL: workspace.configuration.baseURL, boards: [],
            privacy: PrivacyFacts(
                retentionDecision: workspace.configuration.retention.decision,
                linkRemovedOn: workspace.configuration.retention.linkRemovedOn, smallestGroup: 5),
            signatureTime: SystemTime())
        configuration.port = port
        configuration.isSimulated = true
        configuration.sources = try workspace.configuration.sources.map { source in
            AnswerSource(
                name: source.name,
                secrets: try source.secretFiles.map { file in
                    let text = try String(contentsOfFile: workspace.path(file), encoding: .utf8)
                    return try SignatureSecret(text.trimmingCharacters(in: .whitespacesAndNewlines))
                })
        }
        return configuration
    }
}
