import ArgumentParser
import Chronology
import Operations
import SQLiteStorage
import SourceText
import Wording

struct ListsExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say("Skriv en lista till en fil för Excel.", "Write a list to a file for Excel."),
        discussion: say(
            """
            .csv öppnas i svenska Excel med dubbelklick: UTF-8 med BOM och semikolon. Text som börjar som en formel \
            räknas inte ut, och koder behåller sina nollor. Filen innehåller personuppgifter.
            Exempel:
              genklang lists export jkpg --output jkpg.xlsx
              genklang lists export --where "status = 'kom'" --output kom.csv
            """,
            """
            .csv opens in Swedish Excel by a double click: UTF-8 with a byte order mark and semicolons. Text that \
            begins as a formula is not calculated, and codes keep their zeros. The file holds personal data.
            Examples:
              genklang lists export jkpg --output jkpg.xlsx
              genklang lists export --where "status = 'attended'" --output came.csv
            """)
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var list: ListArgument
    @OptionGroup var overwriting: OverwritingOption

    @Option(
        help: ArgumentHelp(
            say("Fil .csv eller .xlsx; - är CSV på standard ut.", "File .csv or .xlsx; - is CSV on standard output."),
            valueName: "file"))
    var output: String

    func run() async throws {
        let file = TableFile(output, overwriting)
        try file.check()
        try await OpenNode.with(common, as: "lists export") { node in
            let (condition, scope) = try await list.stated(in: node)
            let evaluated = try await node.evaluated(condition, scope)
            let language = InterfaceLanguage.current
            let rows = evaluated.rows(node.workspace.frame, language)
            let title = list.name ?? condition
            let notices =
                node.workspace.configuration.isDemonstration
                ? [say("Simulerade personer: ingen av dem finns.", "Simulated people: none of them exists.")] : []
            try file.write(
                title: title, notices: notices, headings: EvaluatedList.headings(language), rows: rows,
                at: node.time.now())
            let words = say("\(rows.count) personer i \(output).", "\(rows.count) people in \(output).")
            if file.isStandardOutput { Terminal.note(words) } else { Terminal.line(words) }
        }
    }
}
