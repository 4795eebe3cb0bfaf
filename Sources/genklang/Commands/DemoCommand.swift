import ArgumentParser
import Chronology
import Foundation
import Operations
import Participants

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: say(
            "Kör hela kedjan på simulerade personer, i var/demo.",
            "Run the whole chain on simulated people, in var/demo."),
        discussion: say(
            "Exempel:\n  genklang demo\n  genklang demo --no-serve\nKör i arbetsmappen. En tidigare demonstration tas bort.",
            "Examples:\n  genklang demo\n  genklang demo --no-serve\nRun it in the workspace. An earlier demonstration is removed."
        )
    )

    @OptionGroup var common: CommonOptions

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
        let port = try chosenPort()
        let workspace = try DemoWorkspace(from: common.workspace, port: port)
        let catcher = try await MailCatcher.start(folder: workspace.lettersFolder)
        let clock = try SharedTime(path: workspace.clockFile, start: DemoTimeline.start)
        clock.move(to: DemoTimeline.start)
        let node = try await OpenNode.open(at: workspace.root, as: "demo", time: clock)
        let interruption = Interruption()
        do {
            let facts = try SimulationFacts(
                yaml: try String(contentsOfFile: "\(workspace.root)/seeds/demo/demo.yml", encoding: .utf8),
                file: "\(workspace.root)/seeds/demo/demo.yml", frame: node.workspace.frame,
                conferences: node.workspace.conferences)
            let demonstration = Demonstration(
                workspace: workspace, node: node, clock: clock, catcher: catcher, facts: facts, seed: seed)
            try await demonstration.keepProgrammes()
            try await interruption.run { try await demonstration.run(keepsServing: serve, until: interruption) }
        } catch {
            await node.close()
            await catcher.stop()
            throw error
        }
        await node.close()
        await catcher.stop()
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
