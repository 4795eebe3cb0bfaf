import ArgumentParser
import Chronology
import Operations
import Registers
import SQLiteStorage
import Storage
import Wording

struct ParticipantsRejectedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rejected",
        abstract: say(
            "Skriv de avvisade raderna till en fil att rätta.", "Write the rejected rows to a file to correct."),
        discussion: say(
            """
            Filen öppnas i Excel: rad och orsak först, sedan det som stod i listan. Rätta raderna och läs in filen som \
            vilken lista som helst.
            Exempel:
              genklang participants rejected im-4k2 --output avvisade.csv
              genklang participants import avvisade.csv --conference st2016-10
            """,
            """
            The file opens in Excel: line and reason first, then what stood in the list. Correct the rows and import \
            the file as any list.
            Examples:
              genklang participants rejected im-4k2 --output rejected.csv
              genklang participants import rejected.csv --conference st2016-10
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var importArgument: ImportArgument
    @OptionGroup var overwriting: OverwritingOption

    @Option(
        help: ArgumentHelp(
            say(
                "Fil .csv eller .xlsx; - är CSV på standard ut.",
                "File .csv or .xlsx; - is CSV on standard output."),
            valueName: "file"))
    var output: String

    private struct Row: Encodable {
        var id: String
        var output: String
        var rows: Int
    }

    func run() async throws {
        let file = TableFile(output, overwriting)
        try file.check()
        try await OpenNode.with(common, as: "participants rejected") { node in
            let record = try await importArgument.found(in: node)
            let rejected = try await node.store.read { try RejectedRows(of: record, .node, in: $0) }
            if !rejected.rows.isEmpty {
                let language = InterfaceLanguage.current
                try file.write(
                    title: record.fileName, headings: rejected.headings(language), rows: rejected.cells(language),
                    at: node.time.now())
            }
            if common.json {
                let row = Row(id: record.id.rawValue, output: output, rows: rejected.rows.count)
                return tell(try encodedJSON(row), beside: file)
            }
            tell(words(rejected), beside: file)
        }
    }

    private func words(_ rejected: RejectedRows) -> String {
        if rejected.file.undoneAt != nil {
            return say(
                "Inläsningen är ångrad, och det som stod i raderna är borttaget. Ingen fil skrevs.",
                "The import is undone, and what stood in its rows is gone. No file was written.")
        }
        guard !rejected.rows.isEmpty else {
            return say("Inga rader väntar. Ingen fil skrevs.", "No rows wait. No file was written.")
        }
        return say("\(rejected.rows.count) rader i \(output).", "\(rejected.rows.count) rows in \(output).")
    }

    private func tell(_ text: String, beside file: TableFile) {
        if file.isStandardOutput { Terminal.note(text) } else { Terminal.line(text) }
    }
}
