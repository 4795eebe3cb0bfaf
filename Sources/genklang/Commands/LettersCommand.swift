import ArgumentParser
import Chronology
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Wording

struct LettersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letters",
        abstract: say("Utskick till deltagare.", "Letters to participants."),
        discussion: say(
            """
            Exempel:
              genklang letters send before --conference st2016-10
              genklang letters list --conference st2016-10 --state uncertain
              genklang letters resend ID
              genklang letters bounces retur.eml
            """,
            """
            Examples:
              genklang letters send before --conference st2016-10
              genklang letters list --conference st2016-10 --state uncertain
              genklang letters resend ID
              genklang letters bounces bounce.eml
            """
        ),
        subcommands: [
            LettersSendCommand.self, LettersListCommand.self, LettersResendCommand.self, LettersBouncesCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions
}

struct LettersSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: say("Skicka ett utskick till en konferens.", "Send a wave of letters to a conference."),
        discussion: say(
            """
            Mottagarna fryses vid första körningen. Kör kommandot igen för att fortsätta; inget brev skickas två \
            gånger. Se först med --dry-run hur många det blir, per län och typ. Med --list går brevet bara till dem \
            av mottagarna som också står i listan.
            Exempel:
              genklang letters send before --conference st2016-10 --dry-run
              genklang letters send before --conference st2016-10
            """,
            """
            The recipients are frozen by the first run. Run the command again to go on; no letter is sent twice. See \
            first with --dry-run how many they are, by county and type. With --list the letter goes to those of the \
            recipients alone who stand in the list too.
            Examples:
              genklang letters send before --conference st2016-10 --dry-run
              genklang letters send before --conference st2016-10
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            say(
                "Utskickets mapp i Mailings, till exempel before.", "The wave's folder in Mailings, for example before."
            )))
    var wave: String

    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String

    @Flag(
        help: ArgumentHelp(
            say(
                "Skicka fast utskickets tid passerades för flera dagar sedan. Efter sista dagen (expires i wave.yml) skickas inget.",
                "Send although the wave's time passed days ago. After its last day (expires in wave.yml) nothing is sent."
            )))
    var late = false

    @Option(
        help: ArgumentHelp(
            say("Bara till dem som också står i listan.", "Only to those who stand in the list too."),
            valueName: "name"))
    var list: String?

    @Flag(
        help: ArgumentHelp(
            say(
                "Visa hur många det skulle gå till, per län och typ, och skicka inget.",
                "Show how many it would go to, by county and type, and send nothing.")))
    var dryRun = false

    func run() async throws {
        try await OpenNode.with(common, as: "letters send", send)
    }

    /// Ctrl-C begins no new letter and waits for those under way, so that none of them is left uncertain.
    private func send(_ node: OpenNode) async throws {
        let workspace = node.workspace
        let context = try LetterContext(
            conference: try await node.conference(ConferenceID(conference)),
            configuration: workspace.configuration, frame: workspace.frame, mailings: workspace.mailings)
        let sending = LetterDelivery.sending(
            node, transport: try LetterDelivery.transport(of: workspace), isDelayConfirmed: late)
        let name = LetterWaveName(wave)
        let chosen = try await chosen(in: node)
        if dryRun { return try await show(sending, name, context, chosen, node) }
        let report = try await Interruption().run { try await sending.send(name, to: context, among: chosen) }
        if common.json {
            try printJSON(SendingRow(report))
        } else {
            var outbox: String?
            if case .off = workspace.configuration.delivery { outbox = workspace.outboxFolder }
            let lines = report.lines(in: InterfaceLanguage.current, at: node.time.now(), outbox: outbox)
            for line in lines { Terminal.line(line) }
        }
        if report.counts.unsent > 0 { throw ExitCode.partly }
    }

    /// The list as it is at this conference now.
    private func chosen(in node: OpenNode) async throws -> ChosenRecipients? {
        guard let list else { return nil }
        let record = try await node.list(list)
        let evaluated = try await node.evaluated(record.condition, record.scope, at: ConferenceID(conference))
        return ChosenRecipients(name: record.name, people: Set(evaluated.members.map(\.participant)))
    }

    private func show(
        _ sending: Sending, _ name: LetterWaveName, _ context: LetterContext, _ chosen: ChosenRecipients?,
        _ node: OpenNode
    ) async throws {
        guard let people = try await sending.audience(name, of: context, among: chosen) else {
            throw Failure(
                "Mottagarna av \(name) är redan frysta. Se dem med genklang letters list.",
                "The recipients of \(name) are frozen already. See them with genklang letters list.")
        }
        let counts = ListCounts(try await node.evaluated(people, at: context.conference.id))
        if common.json { return try printJSON(counts) }
        let title = say(
            "\(counts.people) mottagare av \(name), \(context.conference.id)",
            "\(counts.people) recipients of \(name), \(context.conference.id)")
        for line in counts.lines(title, node.workspace.frame, InterfaceLanguage.current, width: Terminal.width) {
            Terminal.line(line)
        }
        Terminal.line(say("Inget skickades: --dry-run.", "Nothing was sent: --dry-run."))
    }
}
