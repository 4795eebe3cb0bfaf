import ArgumentParser
import Chronology
import Foundation
import Operations

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: say(
            "Kör hela kedjan på simulerade personer, i var/demo.",
            "Run the whole chain on simulated people, in var/demo."),
        discussion: say(
            """
            Kör i arbetsmappen. En tidigare demonstration tas bort. Avslutar med 2 om något brev eller svar inte kom \
            fram, och med 130 om den avbröts innan rapporten var skriven.
            Exempel:
              genklang demo
              genklang demo --no-serve
            """,
            """
            Run it in the workspace. An earlier demonstration is removed. Ends with 2 if a letter or an answer did \
            not arrive, and with 130 if it was interrupted before the report was written.
            Examples:
              genklang demo
              genklang demo --no-serve
            """
        )
    )

    @OptionGroup var place: WorkspaceOptions

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(say("Fortsätt visa enkät, brev och rapport.", "Go on showing survey, letter and report.")))
    var serve = true

    @Option(
        help: ArgumentHelp(
            say("Frö för slumpen; samma frö ger samma svar.", "Seed; the same seed gives the same answers.")))
    var seed: UInt64 = 2016

    @Option(help: ArgumentHelp(say("Port för noden.", "Port of the node.")))
    var port = 8016

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError(say("Porten är 1 till 65535.", "The port is 1 to 65535."))
        }
    }

    func run() async throws {
        let source = try DemoSource(at: place.workspace)
        let lock = try DemoLock(in: source.workspace.dataFolder)
        defer { withExtendedLifetime(lock) {} }
        let interruption = Interruption()
        let isFlawless: Bool
        do {
            isFlawless = try await demonstrate(source, until: interruption)
        } catch  where interruption.isInterrupted {
            Terminal.note(
                say(
                    "Demonstrationen avbröts. Ingen rapport skrevs.",
                    "The demonstration was interrupted. No report was written."))
            throw ExitCode.interrupted
        }
        if !isFlawless { throw ExitCode.partly }
    }

    /// Returns whether every letter and every answer arrived.
    private func demonstrate(_ source: DemoSource, until interruption: Interruption) async throws -> Bool {
        let port = try chosenPort()
        let workspace = try DemoWorkspace(from: source.workspace, port: port)
        let catcher = try await MailCatcher.start(folder: workspace.lettersFolder)
        let clock = try SharedTime(path: workspace.clockFile, start: DemoTimeline.start)
        clock.move(to: DemoTimeline.start)
        let node = try await OpenNode.open(at: workspace.root, as: "demo", time: clock)
        let demonstration = Demonstration(
            workspace: workspace, node: node, clock: clock, catcher: catcher, facts: source.facts, seed: seed)
        let result: Result<Bool, any Error>
        do {
            result = .success(
                try await interruption.run { [serve] in
                    try await demonstration.run(keepsServing: serve, until: interruption)
                })
        } catch {
            result = .failure(error)
        }
        await node.close()
        await catcher.stop()
        return try result.get()
    }

    /// A taken port is said, and another used.
    private func chosenPort() throws -> Int {
        if LoopbackPort.isFree(port) { return port }
        let other = try freePort()
        Terminal.line(
            say(
                "Port \(port) är upptagen; \(other) används i stället.",
                "Port \(port) is taken; \(other) is used instead."))
        return other
    }

    private func freePort() throws -> Int {
        guard let port = LoopbackPort.any() else { throw Failure("Ingen port är ledig.", "No port is free.") }
        return port
    }
}
