import ArgumentParser
import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
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
            Är personer redan lagrade för konferensen visas först vilka som är nya, ändrade, avbokade och saknas. Med \
            --compare visas bara det; inget ändras.
            Med --dry-run läses filerna: det behövs ingen konferens, och lagret ändras inte. Finns det, används de \
            rubriker som du har namngett förut. \
            --outcome skriver en rad per post, varje fil för sig och i den ordning de står; med - skrivs den på \
            standard ut, och allt annat på standard fel.
            Exempel:
              genklang participants import lista.xlsx --conference st2016-10
              genklang participants import lista.xlsx --dry-run --outcome utfall.csv
              genklang participants import lista.xlsx --conference st2016-10 --compare
              genklang participants import lista.csv --conference st2016-10 --column email=Kontakt
            """,
            """
            All files are read first; if one of them is no list, none is imported. The same file twice changes \
            nothing. Ends with 2 if a row was rejected or somebody is left to a person to decide.
            Where people are stored for the conference already, it is first shown who is new, changed, cancelled and \
            missing. With --compare only that is shown, and nothing is changed.
            With --dry-run the files are read: no conference is needed, and the store is not changed. Where there is \
            one, the headings that you named before are used. --outcome writes a row for each record, each file alone \
            and in their order; - is standard output, and everything else then goes to standard error.
            Examples:
              genklang participants import list.xlsx --conference st2016-10
              genklang participants import list.xlsx --dry-run --outcome outcome.csv
              genklang participants import list.xlsx --conference st2016-10 --compare
              genklang participants import list.csv --conference st2016-10 --column email=Contact
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var overwriting: OverwritingOption

    @Argument(help: ArgumentHelp(say("Filer.", "Files."), valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String?

    @Flag(help: ArgumentHelp(say("Läs och visa, men läs inte in.", "Read and show, but import nothing.")))
    var dryRun = false

    @Flag(
        help: ArgumentHelp(
            say(
                "Jämför med lagret: nya, ändrade, avbokade och saknade. Inget ändras.",
                "Compare with the store: new, changed, cancelled and missing. Nothing is changed.")))
    var compare = false

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
        guard outcome?.lowercased().hasSuffix(".xlsx") != true else {
            throw ValidationError(
                say("Utfallet skrivs som CSV: ange en fil .csv.", "The outcome is written as CSV: name a file .csv."))
        }
        guard Set(column.map(\.field)).count == column.count else {
            throw ValidationError(say("Ange varje fält en gång.", "Name each field once."))
        }
        guard !compare || !dryRun else {
            throw ValidationError(
                say(
                    "Välj --compare, som läser lagret, eller --dry-run, som inte gör det.",
                    "Choose --compare, which reads the store, or --dry-run, which does not."))
        }
        guard dryRun || conference != nil else {
            throw ValidationError(
                say(
                    "Ange vilken konferens med --conference, eller läs utan att läsa in med --dry-run.",
                    "Name the conference with --conference, or read without importing with --dry-run."))
        }
    }

    private var outcomeFile: OutputFile? { outcome.map { OutputFile($0, overwriting) } }

    func run() async throws {
        ProcessMemory.share()
        let workspace = try Workspace(at: common.workspace)
        if let conference { _ = try workspace.stated(ConferenceID(conference)) }
        try outcomeFile?.check(beside: files)
        let reader = ListReader(
            importer: ParticipantImport(frame: workspace.frame, columnNames: names),
            remembered: try await remembered(workspace))
        let told: [ImportedList]
        if !dryRun, !compare, outcome == nil, let conference {
            try check(reader)
            told = try await importing(
                OneAhead(files) { try reader.list($0) }, to: workspace, for: ConferenceID(conference))
        } else {
            let lists = try read(reader)
            try outcomeFile?.write(lists.map { $0.outcome.csv() }.joined())
            if compare, let conference {
                told = try await comparing(lists, with: workspace, for: ConferenceID(conference))
                for list in told where !common.json { tell(list) }
                if common.json { tell(try encodedJSON(told)) }
                return
            }
            if !dryRun, let conference {
                told = try await importing(OneAhead(lists) { $0 }, to: workspace, for: ConferenceID(conference))
            } else {
                told = lists.map(ImportedList.init)
                for list in told where !common.json { tell(list) }
            }
        }
        if common.json { tell(try encodedJSON(told)) }
        if told.contains(where: \.needsPerson) { throw ExitCode.partly }
    }

    private func importing(
        _ lists: OneAhead<some Sendable, ReadList>, to workspace: Workspace, for conference: ConferenceID
    ) async throws -> [ImportedList] {
        var imported: [ImportedList] = []
        try await OpenNode.with(workspace, as: "participants import", options: .forLongImports) { node in
            let place = try await node.conference(conference)
            let importing = Importing(
                store: node.store, frame: workspace.frame, erasures: ErasureKeys(folder: workspace.keyFolder),
                time: node.time)
            var random = KernelRandom()
            do {
                for try await list in lists {
                    // Before anything is applied.
                    let comparison = try await comparison(of: list, for: place, in: node)
                    if !common.json, let comparison {
                        tell(list.path)
                        for line in comparison.lines(limit: Self.namedPeople) { tell(line) }
                    }
                    let report = try await importing.run(list.file, as: list.outcome, for: place, using: &random)
                    var told = ImportedList(report, list)
                    told.comparison = comparison
                    told.isRemembered = try await remember(list, for: place, in: node)
                    imported.append(told)
                    if !common.json { tell(told) }
                }
            } catch {
                if common.json { tell(try encodedJSON(imported)) }
                let path = files.dropFirst(imported.count).first ?? ""
                let words = Failure.words(of: error)
                throw Failure(
                    "\(path): \(words.swedish)\nKör om hela kommandot; filer som redan är inlästa ändrar inget.",
                    "\(path): \(words.english)\nRun the whole command again; files that are imported already change nothing."
                )
            }
        }
        return imported
    }

    /// Remembers what `--column` said of a list that has been imported by it.
    private func remember(_ list: ReadList, for place: Conference, in node: OpenNode) async throws -> Bool {
        guard !column.isEmpty else { return false }
        let (names, now) = (names, node.time.now())
        return try await node.store.write { writer in
            try RememberedHeadings.remember(names, of: list.outcome, board: place.board, at: now, in: writer)
        }
    }

    /// People of a group that an import names; `--compare` names all.
    private static let namedPeople = 20

    private func tell(_ list: ImportedList) {
        for line in list.lines { tell(line) }
        if compare {
            for line in list.comparison?.lines(limit: nil) ?? [] { tell(line) }
            tell(say("  Inget lästes in: --compare.", "  Nothing was imported: --compare."))
        }
        if dryRun {
            tell(say("  Inget lästes in: --dry-run.", "  Nothing was imported: --dry-run."))
        }
    }

    /// On standard output, unless the outcome file has it for itself.
    private func tell(_ text: String) {
        if outcomeFile?.isStandardOutput == true { Terminal.note(text) } else { Terminal.line(text) }
    }
}
