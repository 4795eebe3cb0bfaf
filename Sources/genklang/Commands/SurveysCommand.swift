import ArgumentParser
import Chronology
import Operations
import Registers
import SourceText
import Surveying
import Wording

struct SurveysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surveys",
        abstract: say(
            "Enkäter: kontrollera banken och gör enkäter av den.", "Surveys: check the bank and generate from it."),
        discussion: say(
            """
            Exempel:
              genklang surveys check
              genklang surveys generate --conference st2016-10
            """,
            """
            Examples:
              genklang surveys check
              genklang surveys generate --conference st2016-10
            """
        ),
        subcommands: [SurveysCheckCommand.self, SurveysGenerateCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}

struct SurveysCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say("Kontrollera frågebanken och vågornas sidor.", "Check the bank of items and the waves' pages."),
        discussion: say("Exempel:\n  genklang surveys check", "Example:\n  genklang surveys check")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try Workspace(at: common.workspace)
        if common.json {
            try printJSON(workspace.surveys.warnings.map(\.description))
            return
        }
        for warning in workspace.surveys.warnings { Terminal.line(warning.description) }
        let bank = workspace.surveys.bank
        Terminal.line(
            say(
                "\(bank.items.count) uppgifter och \(bank.scales.count) skalor; inga fel.",
                "\(bank.items.count) items and \(bank.scales.count) scales; no errors."))
    }
}

struct SurveysGenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: say("Gör enkäter för konferenser.", "Generate surveys for conferences."),
        discussion: say(
            "Deltagarna kan ange de organisationer som är anmälda när enkäterna senast görs innan förenkäten öppnar, tre veckor före dagen. Därefter är listan fryst. Kör kommandot igen före dess när fler har anmält sig.\nExempel:\n  genklang surveys generate --conference st2016-10\n  genklang surveys generate --all --wave before --wave after",
            "Participants can name the organisations registered when the surveys are last generated before the before-survey opens, three weeks ahead of the day. From then on the list is frozen. Run the command again before that when more have registered.\nExamples:\n  genklang surveys generate --conference st2016-10\n  genklang surveys generate --all --wave before --wave after"
        )
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: [String] = []

    @Flag(help: ArgumentHelp(say("Alla konferenser.", "All conferences.")))
    var all = false

    @Option(
        help: ArgumentHelp(
            say(
                "Våg: before, after eller three-months. Annars alla.",
                "Wave: before, after or three-months. Otherwise all.")),
        transform: { text in
            guard let wave = Wave(rawValue: text) else {
                throw ValidationError(
                    say("Vågen är before, after eller three-months.", "The wave is before, after or three-months."))
            }
            return wave
        })
    var wave: [Wave] = []

    func validate() throws {
        guard all != !conference.isEmpty else {
            throw ValidationError(say("Ange --conference eller --all.", "Give --conference or --all."))
        }
    }

    private struct Row: Encodable {
        var survey: String
        var version: String
        var questions: Int
        var rosterOrganisations: Int
        var rosterRegistered: Int
        var isRosterFrozen: Bool
        var drawnTheme: String?
        var isFrozen: Bool
    }

    func run() async throws {
        try await OpenNode.with(common, as: "surveys generate") { node in
            var chosen = try await node.conferences()
            if !all {
                chosen = []
                for id in conference { chosen.append(try await node.conference(ConferenceID(id))) }
            }
            let generating = Generating(store: node.store, workspace: node.workspace, time: node.time)
            var rows: [Row] = []
            var rosters: [String] = []
            for conference in chosen {
                let outcomes = try await generating.generate(wave.isEmpty ? Wave.allCases : wave, for: conference)
                rosters += outcomes.first.map { rosterLines($0, conference) } ?? []
                rows += outcomes.map { outcome in
                    Row(
                        survey: outcome.survey.description, version: outcome.version, questions: outcome.questions,
                        rosterOrganisations: outcome.rosterOrganisations, rosterRegistered: outcome.rosterRegistered,
                        isRosterFrozen: outcome.isRosterFrozen,
                        drawnTheme: outcome.drawnTheme?.rawValue, isFrozen: outcome.isFrozen)
                }
            }
            try report(rows)
            if !common.json { for line in rosters { Terminal.line(line) } }
        }
    }

    /// When the list of organisations stops following the registrations, and whether anybody is on it.
    private func rosterLines(_ outcome: Generating.Outcome, _ conference: Conference) -> [String] {
        let id = conference.id
        let day = LocalizedFormat(InterfaceLanguage.current).date(SwedishTime.day(of: outcome.rosterFreezesAt))
        let count = outcome.rosterRegistered
        var lines = [
            outcome.isRosterFrozen
                ? say(
                    "\(id): listan över organisationer är fryst sedan förenkäten öppnade \(day), med \(count) anmälda organisationer. De som anmäls senare kommer inte med.",
                    "\(id): the list of organisations is frozen since the before-survey opened on \(day), with \(count) registered organisations. Those registered later are left out."
                )
                : say(
                    "\(id): listan över organisationer fryses när förenkäten öppnar \(day). Kör kommandot igen före dess om fler anmäls; de som anmäls senare kommer inte med.",
                    "\(id): the list of organisations is frozen when the before-survey opens on \(day). Run the command again before that if more are registered; those registered later are left out."
                )
        ]
        if count == 0 {
            lines.append(
                say(
                    "\(id): OBS! Ingen organisation är anmäld, så listan har bara de myndigheter och organ som ska rådfrågas. \(outcome.isRosterFrozen ? "Det kan inte ändras nu." : "Läs in deltagarna och kör kommandot igen.")",
                    "\(id): NB! No organisation is registered, so the list has only the bodies that are to be consulted. \(outcome.isRosterFrozen ? "It cannot be changed now." : "Import the participants and run the command again.")"
                ))
        }
        return lines
    }

    private func report(_ rows: [Row]) throws {
        if common.json { return try printJSON(rows) }
        for row in rows {
            let frozen = row.isFrozen ? say("  har svar, ändras inte", "  has answers, stays") : ""
            Terminal.line(
                say(
                    "\(row.survey)  version \(row.version)  \(row.questions) frågor  \(row.rosterOrganisations) organisationer\(frozen)",
                    "\(row.survey)  version \(row.version)  \(row.questions) questions  \(row.rosterOrganisations) organisations\(frozen)"
                ))
        }
    }
}
