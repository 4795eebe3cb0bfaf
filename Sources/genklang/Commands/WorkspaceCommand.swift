import ArgumentParser
import Mailing
import Operations
import Registers
import SourceText

struct WorkspaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workspace",
        abstract: say("Arbetsmappens filer.", "The workspace's files."),
        discussion: say(
            """
            Exempel:
              genklang workspace check
            """,
            """
            Examples:
              genklang workspace check
            """
        ),
        subcommands: [WorkspaceCheckCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}

struct WorkspaceCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Läs genklang.yml, seeds, Surveys och Mailings och säg vad som är fel.",
            "Read genklang.yml, seeds, Surveys and Mailings and say what is wrong."),
        discussion: say("Exempel:\n  genklang workspace check", "Example:\n  genklang workspace check")
    )

    @OptionGroup var common: CommonOptions

    private struct Summary: Encodable {
        var conferences: Int
        var municipalities: Int
        var isSimulated: Bool
        var warnings: [String]
    }

    func run() async throws {
        let workspace = try Workspace(at: common.workspace, checksDemonstration: true)
        let summary = Summary(
            conferences: workspace.conferences.count, municipalities: workspace.frame.municipalities.count,
            isSimulated: workspace.configuration.isSimulated, warnings: workspace.warnings.map(\.description))
        if common.json { return try printJSON(summary) }
        for warning in summary.warnings { Terminal.line(warning) }
        Terminal.line(
            say(
                "\(summary.conferences) konferenser, \(summary.municipalities) kommuner, \(workspace.mailings.waves.count) utskick; inga fel.",
                "\(summary.conferences) conferences, \(summary.municipalities) municipalities, \(workspace.mailings.waves.count) waves of letters; no errors."
            ))
        if summary.isSimulated {
            Terminal.line(
                say(
                    "Några uppgifter är märkta simulated: true, så brev skrivs till var/outbox och skickas inte.",
                    "Some facts are marked simulated: true, so letters are written to var/outbox and not sent."))
        }
    }
}
