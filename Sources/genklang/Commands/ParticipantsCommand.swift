import ArgumentParser

struct ParticipantsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "participants",
        abstract: say(
            "Deltagare: läs in listor, avgör, ångra och se vilka som saknas.",
            "Participants: import lists, decide, undo and see who is missing."),
        discussion: say(
            """
            Exempel:
              genklang participants import lista.xlsx --dry-run --outcome utfall.csv
              genklang participants import lista.xlsx --conference st2016-10
              genklang participants imports
              genklang participants rejected im-4k2 --output avvisade.csv
              genklang participants review --conference st2016-10
              genklang participants undo im-4k2
              genklang participants coverage --output saknas.xlsx
            """,
            """
            Examples:
              genklang participants import list.xlsx --dry-run --outcome outcome.csv
              genklang participants import list.xlsx --conference st2016-10
              genklang participants imports
              genklang participants rejected im-4k2 --output rejected.csv
              genklang participants review --conference st2016-10
              genklang participants undo im-4k2
              genklang participants coverage --output missing.xlsx
            """
        ),
        subcommands: [
            ParticipantsImportCommand.self, ParticipantsImportsCommand.self, ParticipantsRejectedCommand.self,
            ParticipantsUndoCommand.self, ParticipantsDiscloseCommand.self, ParticipantsHeadingsCommand.self,
            ParticipantsReviewCommand.self,
            ParticipantsCoverageCommand.self, ParticipantsEraseCommand.self, ParticipantsSetCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions
}
