import ArgumentParser
import Chronology
import Mailing
import Operations
import Registers
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
            """,
            """
            Examples:
              genklang letters send before --conference st2016-10
              genklang letters list --conference st2016-10 --state uncertain
              genklang letters resend ID
            """
        ),
        subcommands: [LettersSendCommand.self, LettersListCommand.self, LettersResendCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}

struct LettersSendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: say("Skicka ett utskick till en konferens.", "Send a wave of letters to a conference."),
        discussion: say(
            "Mottagarna fryses vid första körningen. Kör kommandot igen för att fortsätta; inget brev skickas två gånger.\nExempel:\n  genklang letters send before --conference st2016-10",
            "The recipients are frozen by the first run. Run the command again to go on; no letter is sent twice.\nExample:\n  genklang letters send before --conference st2016-10"
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
        let report = try await Interruption().run { try await sending.send(name, to: context) }
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
}
