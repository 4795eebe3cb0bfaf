import ArgumentParser
import Chronology
import Operations
import Participants
import Registers
import Reporting
import SQLiteStorage
import Storage
import Wording

struct ParticipantsCoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: say(
            "Visa vilka kommuner och landsting som är representerade och vilka som saknas.",
            "Show which municipalities and county councils are represented, and who is missing."),
        discussion: say(
            """
            Räknar alla som inte lämnat återbud eller uteblivit; med --attended bara dem som deltog, och talarna. \
            Gotland räknas en gång, som kommun. Med --conference gäller det kommunerna och landstingen i \
            konferensens län. Filens ändelse bestämmer: .csv, .xlsx, .svg (bild) eller .html (sida med bild).
            Exempel:
              genklang participants coverage
              genklang participants coverage --conference st2016-10 --attended
              genklang participants coverage --output saknas.xlsx --output bild.svg
            """,
            """
            Counts everybody who has not cancelled or stayed away; with --attended only those who attended, and the \
            speakers. Gotland counts once, as a municipality. With --conference it is about the municipalities and \
            councils of the conference's counties. The file's ending decides: .csv, .xlsx, .svg (picture) or .html \
            (page with the picture).
            Examples:
              genklang participants coverage
              genklang participants coverage --conference st2016-10 --attended
              genklang participants coverage --output missing.xlsx --output picture.svg
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var overwriting: OverwritingOption

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String?

    @Flag(
        help: ArgumentHelp(
            say("Räkna bara dem som deltog, och talarna.", "Count only those who attended, and the speakers.")))
    var attended = false

    @Option(
        help: ArgumentHelp(
            say("Fil som slutar på .csv, .xlsx, .svg eller .html.", "A file ending in .csv, .xlsx, .svg or .html."),
            valueName: "file"))
    var output: [String] = []

    func validate() throws {
        for path in output where CoverageFile(path, overwriting) == nil {
            throw ValidationError(
                say(
                    "\(path): filen ska sluta på .csv, .xlsx, .svg eller .html.",
                    "\(path): the file is to end in .csv, .xlsx, .svg or .html."))
        }
    }

    func run() async throws {
        let files = output.compactMap { CoverageFile($0, overwriting) }
        for file in files { try file.check() }
        try await OpenNode.with(common, as: "participants coverage") { node in
            let facts = try await facts(of: node)
            for file in files {
                try file.write(facts, InterfaceLanguage.current, at: node.time.now())
            }
            if common.json { return try printJSON(CoverageResult(facts, attended: attended, files: output)) }
            guard output.isEmpty else {
                return Terminal.line(output.map { say("Skrev \($0).", "Wrote \($0).") }.joined(separator: "\n"))
            }
            Terminal.line(CoverageTables(facts, InterfaceLanguage.current).text(width: Terminal.width))
        }
    }

    private func facts(of node: OpenNode) async throws -> CoverageFacts {
        let (frame, configuration) = (node.workspace.frame, node.workspace.configuration)
        let presence = attended ? Presence.attended : .expected
        let one = try conference.map { try node.workspace.stated(ConferenceID($0)) }
        let sources = try await node.store.read { try CoverageSources(.node, conference: one?.id, in: $0) }
        let registrations = Dictionary(grouping: sources.registrations, by: \.conference)
        let label = { (one: Conference) in ConferenceLabel.text(place: one.place, date: one.date) }
        return CoverageFacts(
            coverage: FrameCoverage(
                frame, counties: one?.counties, registrations: sources.registrations, presence: presence),
            presence: presence, conference: one.map(label),
            conferences: one == nil
                ? node.workspace.conferences.map {
                    CoverageFacts.ConferenceCoverage(
                        id: $0.id, label: label($0),
                        coverage: FrameCoverage(
                            frame, counties: $0.counties, registrations: registrations[$0.id] ?? [],
                            presence: presence))
                } : [],
            notice: configuration.isSimulated
                ? SimulatedNotice.text(isDemonstration: configuration.isDemonstration) : nil)
    }
}
