import ArgumentParser
import Operations
import Reporting
import SQLiteStorage
import Storage
import Surveying

struct ParticipantsDiscloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disclose",
        abstract: say(
            "Skriv allt som finns om en person i en fil.", "Write everything held on a person in one file."),
        discussion: say(
            """
            Registerutdrag enligt dataskyddsförordningen, artikel 15. .html är till personen, .json till program.
            Exempel:
              genklang participants disclose anna@kommun.example.org --output anna.html
            """,
            """
            Access under the General Data Protection Regulation, article 15. .html is for the person, .json for programs.
            Example:
              genklang participants disclose anna@kommun.example.org --output anna.html
            """)
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var person: PersonArgument
    @OptionGroup var overwriting: OverwritingOption

    @Option(
        help: ArgumentHelp(
            say("Fil .html eller .json; - är JSON.", "File .html or .json; - is JSON."), valueName: "file"))
    var output: String

    func validate() throws {
        guard output == "-" || [".html", ".json"].contains(where: output.hasSuffix) else {
            throw ValidationError(
                say("Filen ska sluta på .html eller .json.", "The file's name ends with .html or .json."))
        }
    }

    func run() async throws {
        let file = OutputFile(output, overwriting)
        try file.check()
        try await OpenNode.with(common, as: "participants disclose") { node in
            let workspace = node.workspace
            let record = try await person.found(in: node)
            let language = InterfaceLanguage.current
            let held = try await PersonFile.read(
                record.id, .node, store: node.store, keys: PseudonymKeys(folder: workspace.keyFolder),
                frame: workspace.frame, bank: workspace.surveys.bank)
            guard let held else { throw ExitCode.failure }
            let configuration = workspace.configuration
            let notice =
                configuration.isSimulated
                ? SimulatedNotice.text(isDemonstration: configuration.isDemonstration) : nil
            try file.write(
                output.hasSuffix(".html") ? held.html(language, notice: notice) : held.json(language))
            let words = say("Allt om \(record.id) står i \(output).", "Everything on \(record.id) is in \(output).")
            if file.isStandardOutput { Terminal.note(words) } else { Terminal.line(words) }
        }
    }
}
