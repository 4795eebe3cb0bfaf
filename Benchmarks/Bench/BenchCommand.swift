import ArgumentParser

/// What is measured, beside a peer in the same run.
@main
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "genklang-bench",
        abstract: "Durable answers a second, and imported rows a second, each beside a peer in the same run.",
        discussion: """
            Examples:
              make bench
              make bench ARGS="answers --rounds 9 --answers 40000"
              make bench ARGS="import --rounds 9"
            """,
        subcommands: [EveryBench.self, AnswersBench.self, ImportBench.self, ImportRound.self],
        defaultSubcommand: EveryBench.self
    )
}

/// One bench after the other.
struct EveryBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "every", abstract: "All benches (the default).")

    @Option(help: "The workspace that is used; what is made lies in its var.")
    var workspace = "."

    func run() async throws {
        try await AnswersBench.parse(["--workspace", workspace]).run()
        print("")
        try await ImportBench.parse(["--workspace", workspace]).run()
    }
}
