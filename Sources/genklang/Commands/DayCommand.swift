import ArgumentParser
import Operations
import Participants
import Registers
import Wording

struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day",
        abstract: say(
            "Konferensdagen: listan vid dörren, och vilka som kom.",
            "The conference day: the list at the door, and who came."),
        discussion: say(
            """
            Exempel:
              genklang day sign-in --conference st2016-10 --output lista.html
              genklang day sign-in --conference st2016-10 --output lista.xlsx
              genklang day read lista.xlsx --conference st2016-10 --dry-run
              genklang day set anna@example.org speaker --conference st2016-10
              genklang day show --conference st2016-10
            """,
            """
            Examples:
              genklang day sign-in --conference st2016-10 --output list.html
              genklang day sign-in --conference st2016-10 --output list.xlsx
              genklang day read list.xlsx --conference st2016-10 --dry-run
              genklang day set anna@example.org speaker --conference st2016-10
              genklang day show --conference st2016-10
            """
        ),
        subcommands: [DaySignInCommand.self, DayReadCommand.self, DaySetCommand.self, DayShowCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}

/// Which conference's day it is.
struct DayOptions: ParsableArguments {
    @Option(help: ArgumentHelp(say("Konferens, till exempel st2016-10.", "Conference, for example st2016-10.")))
    var conference: String

    func day(of node: OpenNode) async throws -> ConferenceDay {
        let conference = try await node.conference(ConferenceID(conference))
        return ConferenceDay(
            conference, store: node.store, frame: node.workspace.frame,
            erasures: ErasureKeys(folder: node.workspace.keyFolder), time: node.time)
    }
}
