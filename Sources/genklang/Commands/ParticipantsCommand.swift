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
            """,
            """
            Examples:
              genklang participants import list.xlsx --dry-run --outcome outcome.csv
              genklang participants import list.xlsx --conference st2016-10
            """
        ),
        subcommands: [ParticipantsImportCommand.self]
    )

    @OptionGroup var language: LanguageOptions
}
