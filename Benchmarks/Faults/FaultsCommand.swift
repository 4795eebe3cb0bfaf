import ArgumentParser
import Foundation
import Trials

/// Kills a loaded server with SIGKILL at random moments and holds the client's list of acknowledged answers against
/// the store; then does the same with a server that lies, which must be noticed.
@main
struct FaultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "genklang-faults",
        abstract:
            "Kill -9 under load: nothing acknowledged may be lost or doubled, and the check must be able to fail.",
        discussion: """
            Half of the moments are random times after a start, half the arrival of a random acknowledgement.
            Examples:
              make faults
              make faults ARGS="--runs 200 --seed 7"
            """
    )

    @Option(help: "How often each server is killed.")
    var runs = 20

    @Option(help: "The same seed gives the same moments.")
    var seed: UInt64 = 20_160_122

    @Option(help: "The workspace whose surveys are used; the trial's own lies in its var/faults.")
    var workspace = "."

    @Option(help: "Simulated people.")
    var people = 2_000

    func validate() throws {
        guard (1...1_000).contains(runs), (10...100_000).contains(people) else {
            throw ValidationError("Between 1 and 1000 runs, and between 10 and 100 000 people.")
        }
    }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        print("genklang-faults: kill -9 at \(runs) random moments under load, seed \(seed)")
        let honest = try await findings("honest", "genklang", ["serve"])
        describe("genklang serve", honest)
        let control = try await findings("control", "genklang-faulty-server", [])
        describe("the same on a disk whose commits take 20 ms longer", control)
        let faulty = try await findings("faulty", "genklang-faulty-server", ["--acknowledges-before-commit"])
        describe("on that disk, acknowledging before the commit", faulty)
        let isNoticed = faulty.missing > 0
        print(
            isNoticed
                ? "sabotage noticed: \(faulty.missing) acknowledged answers missing"
                : "SABOTAGE NOT NOTICED: this check shows nothing")
        print("\(honest.kills) runs, \(honest.missing) missing, \(honest.doubled) doubled")
        guard honest.isClean, control.isClean, isNoticed else { throw ExitCode.failure }
    }

    private func findings(_ name: String, _ program: String, _ arguments: [String]) async throws -> FaultRun.Findings {
        let place = try TrialWorkspace(
            copying: workspace, to: "\(workspace)/var/faults/\(name)", port: TrialServer.freePort())
        let trial = try await Trial(in: place, people: people, seed: seed)
        return try await FaultRun(
            program: TrialServer.program(program), arguments: arguments, trial: trial, kills: runs, seed: seed
        ).run()
    }

    private func describe(_ name: String, _ findings: FaultRun.Findings) {
        let start = findings.slowestStart.components
        let milliseconds = start.seconds * 1_000 + start.attoseconds / 1_000_000_000_000_000
        print("\(name):")
        print("  \(findings.kills) runs, \(findings.missing) missing, \(findings.doubled) doubled")
        print(
            "  \(findings.acknowledged) acknowledgements, \(findings.altered) altered, \(findings.unannounced) not announced, slowest start \(milliseconds) ms"
        )
        for (status, count) in findings.unexpected.sorted(by: { $0.key < $1.key }) {
            print("  \(count) times status \(status)")
        }
        print("  store check: \(findings.check)")
    }
}
