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
        subcommands: [LettersSendCommand.self]
    )
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

    @Flag(help: ArgumentHelp(say("Skicka fast tiden är passerad sedan länge.", "Send although the time is long past.")))
    var late = false

    private struct Row: Encodable {
        var recipients: Int
        var counts: [String: Int]
    }

    func run() async throws {
        try await OpenNode.with(common, as: "letters send") { node in
            let workspace = node.workspace
            let context = try LetterContext(
                conference: try await node.conference(ConferenceID(conference)),
                configuration: workspace.configuration, frame: workspace.frame, mailings: workspace.mailings)
            let sending = LetterDelivery.sending(
                node, transport: try LetterDelivery.transport(of: workspace), isDelayConfirmed: late)
            let report = try await sending.send(LetterWaveName(wave), to: context)
            try show(report, of: workspace)
            if report.counts[.rejected] + report.counts[.uncertain] + report.counts.open > 0 { throw ExitCode.partly }
        }
    }

    private func show(_ report: SendingReport, of workspace: Workspace) throws {
        let states = LetterState.allCases.filter { report.counts[$0] > 0 }
        if common.json {
            let counts = Dictionary(states.map { ($0.rawValue, report.counts[$0]) }) { first, _ in first }
            return try printJSON(Row(recipients: report.recipients, counts: counts))
        }
        Terminal.line(
            say("\(report.recipients) mottagare: ", "\(report.recipients) recipients: ")
                + report.counts.inWords)
        if case .off = workspace.configuration.delivery {
            Terminal.line(
                say("Breven ligger i \(workspace.outboxFolder).", "The letters lie in \(workspace.outboxFolder)."))
        }
        if let next = report.nextAttemptAt {
            Terminal.line(say("Kör igen efter \(next).", "Run again after \(next)."))
        }
    }
}

extension LetterState {
    var label: LocalizedText {
        switch self {
        case .queued: LocalizedText("väntar", "waiting")
        case .attempting: LocalizedText("på väg", "under way")
        case .accepted: LocalizedText("mottagna", "accepted")
        case .rejected: LocalizedText("avvisade", "rejected")
        case .suppressed: LocalizedText("spärrade", "suppressed")
        case .expired: LocalizedText("för sent", "expired")
        case .uncertain: LocalizedText("ovissa", "uncertain")
        }
    }
}

extension LetterCounts {
    /// `mottagna 120, avvisade 2`.
    var inWords: String {
        LetterState.allCases.filter { self[$0] > 0 }
            .map { "\($0.label[InterfaceLanguage.current]) \(self[$0])" }.joined(separator: ", ")
    }
}
