import ArgumentParser

struct ParticipantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participants",
        abstract: say("Deltagare: läs in listor.", "Participants: import lists."),
        discussion: say(
            """
            Exempel:
              genklang participants import lista.xlsx --dry-run --outcome utfall.csv
              genklang participants import lista.xlsx --conference st2016-10
              genklang participants imports
              genklang participants rejected im-4k2 --output avvisade.csv
            """,
            """
            Examples:
              genklang participants import list.xlsx --dry-run --outcome outcome.csv
              genklang participants import list.xlsx --conference st2016-10
              genklang participants imports
              genklang participants rejected im-4k2 --output rejected.csv
            """
        ),
        subcommands: [
            ParticipantsImportCommand.self, ParticipantsImportsCommand.self, ParticipantsRejectedCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions
}
