import ArgumentParser
import Foundation
import Operations
import Participants
import Registers
import Wording

struct ParticipantsImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: say(
            "Läs in deltagarlistor: Excel, CSV eller text.", "Import participant lists: Excel, CSV or text."),
        discussion: say(
            """
            Alla filer läses först; är någon av dem ingen lista, läses ingen in. Samma fil två gånger ändrar inget. \
            Avslutar med 2 om någon rad avvisades eller en person måste avgöras av en människa.
            Med --dry-run läses filerna och inget annat: det behövs ingen konferens, och lagret öppnas inte. \
            --outcome skriver en rad per post, varje fil för sig och i den ordning de står; med - skrivs den på \
            standard ut, och allt annat på standard fel.
            Exempel:
              genklang participants import lista.xlsx --conference st2016-10
              genklang participants import lista.xlsx --dry-run --outcome utfall.csv
              genklang participants import lista.csv --conference st2016-10 --column email=Kontakt
            """,
            """
            All files are read first; if one of them is no list, none is imported. The same file twice changes \
            nothing. Ends with 2 if a row was rejected or somebody is left to a person to decide.
            With --dry-run the files are read and nothing else: no conference is needed, and the store is not \
            opened. --outcome writes a row for each record, each file alone and in their order; - is standard \
            output, and everything else then goes to standard error.
            Examples:
              genklang participants import list.xlsx --conference st2016-10
              genklang participants import list.xlsx --dry-run --outcome outcome.csv
              genklang participants import list.csv --conference st2016-10 --column email=Contact
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Filer.", "Files."), valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String?

    @Flag(help: ArgumentHelp(say("Läs och visa, men läs inte in.", "Read and show, but import nothing.")))
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            say(
                "Skriv varje posts utfall som CSV i filen; - är standard ut.",
                "Write every record's outcome as CSV to the file; - is standard output."),
            valueName: "file.csv"))
    var outcome: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Listans egen rubrik för ett fält: \(ColumnName.fields).",
                "The list's own heading for a field: \(ColumnName.fields)."),
            valueName: "field=heading"),
        transform: ColumnName.init)
    var column: [ColumnName] = []

    func validate() throws {
        guard Set(column.map(\.field)).count == column.count else {
            throw ValidationError(say("Ange varje fält en gång.", "Name each field once."))
        }
        guard dryRun || conference != nil else {
            throw ValidationError(
                say(
                    "Ange vilken konferens med --conference, eller läs utan att läsa in med --dry-run.",
                    "Name the conference with --conference, or read without importing with --dry-run."))
        }
    }

    /// A file that is a list, with what it holds.
    private struct ReadList {
        var path: String
        var file: ImportedFile
        var outcome: ImportOutcome
    }

    private var outcomeFile: OutputFile? { outcome.map(OutputFile.init) }

    func run() async throws {
        let workspace = try Workspace(at: common.workspace)
        if let conference { _ = try workspace.stated(ConferenceID(conference)) }
        try outcomeFile?.check(beside: files)
        let lists = try read(workspace.frame)
        try outcomeFile?.write(lists.map { $0.outcome.csv() }.joined())
        let told: [ImportedList]
        if !dryRun, let conference {
            told = try await importing(lists, to: workspace, for: ConferenceID(conference))
        } else {
            told = lists.map { ImportedList($0.outcome, path: $0.path) }
            for list in told where !common.json { tell(list) }
        }
        if common.json { tell(try encodedJSON(told)) }
        if told.contains(where: \.needsPerson) { throw ExitCode.partly }
    }

    private func importing(
        _ lists: [ReadList], to workspace: Workspace, for conference: ConferenceID
    ) async throws -> [ImportedList] {
        var imported: [ImportedList] = []
        try await OpenNode.with(workspace, as: "participants import") { node in
            let place = try await node.conference(conference)
            let importing = Importing(store: node.store, frame: workspace.frame, time: node.time)
            var random = SystemRandomNumberGenerator()
            do {
                for list in lists {
                    let report = try await importing.run(list.file, as: list.outcome, for: place, using: &random)
                    let told = ImportedList(report, path: list.path)
                    imported.append(told)
                    if !common.json { tell(told) }
                }
            } catch {
                if common.json { tell(try encodedJSON(imported)) }
                let path = lists[imported.count...].first?.path ?? ""
                let words = Failure.words(of: error)
                throw Failure(
                    "\(path): \(words.swedish)\nKör om hela kommandot; filer som redan är inlästa ändrar inget.",
                    "\(path): \(words.english)\nRun the whole command again; files that are imported already change nothing."
                )
            }
        }
        return imported
    }

    private func tell(_ list: ImportedList) {
        for line in list.lines { tell(line) }
        if dryRun {
            tell(say("  Inget lästes in: --dry-run.", "  Nothing was imported: --dry-run."))
        }
    }

    /// On standard output, unless the outcome file has it for itself.
    private func tell(_ text: String) {
        if outcomeFile?.isStandardOutput == true { Terminal.note(text) } else { Terminal.line(text) }
    }

    /// Reads every file before the store is opened, and says of each what is wrong with it.
    private func read(_ frame: Frame) throws -> [ReadList] {
        let names = Dictionary(column.map { ($0.field, $0.heading) }) { first, _ in first }
        let importer = ParticipantImport(frame: frame, columnNames: names)
        var lists: [ReadList] = []
        var faults: [String] = []
        for path in files {
            guard let data = FileManager.default.contents(atPath: path) else {
                faults.append(say("\(path): filen kan inte läsas.", "\(path): the file cannot be read."))
                continue
            }
            let file = ImportedFile(name: URL(filePath: path).lastPathComponent, bytes: Array(data))
            do {
                lists.append(ReadList(path: path, file: file, outcome: try importer.outcome(of: file.source())))
            } catch {
                faults.append(
                    "\(path): \(Failure.words(of: error)[InterfaceLanguage.current])\(Self.advice(on: error))")
            }
        }
        guard faults.isEmpty else {
            let list = faults.joined(separator: "\n")
            throw Failure("\(list)\nIngen fil lästes in.", "\(list)\nNo file was imported.")
        }
        return lists
    }

    private static func advice(on error: any Error) -> String {
        guard case ImportFailure.noHeader = error else { return "" }
        return say(
            " Eller namnge listans egna rubriker, till exempel --column email=Kontakt.",
            " Or name the list's own headings, for example --column email=Contact.")
    }
}

/// `email=Kontakt`: what a list itself calls a field.
struct ColumnName {
    let field: ImportField
    let heading: String

    static let fields = ImportField.allCases.map(\.rawValue).joined(separator: ", ")

    init(_ text: String) throws {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let field = ImportField(rawValue: parts[0]) else {
            throw ValidationError(
                say(
                    "Skriv fält=rubrik, till exempel email=Kontakt. Fälten är \(Self.fields).",
                    "Write field=heading, for example email=Contact. The fields are \(Self.fields)."))
        }
        self.field = field
        heading = parts[1]
    }
}
