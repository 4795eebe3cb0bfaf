import ArgumentParser

struct ParticipantsReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: say("Avgör det som bara en människa kan avgöra.", "Decide what only a person can decide."),
        discussion: say(
            """
            Frågar om en konflikt i taget: samma adress med olika namn, kommun som inte går att utläsa, möjliga \
            dubbletter. Svara med siffran, s för att hoppa över, q för att sluta. Varje beslut sparas genast och \
            frågas inte om igen. Avslutar med 2 så länge något är oavgjort.
            Exempel:
              genklang participants review --conference st2016-10
              genklang participants review --list
              genklang participants review decide c-3fa9c2 shared
              genklang participants review decide c-77b01e municipality --municipality 0680
            """,
            """
            Asks about one conflict at a time: one address with different names, a municipality that cannot be told, \
            possible duplicates. Answer with the number, s to skip, q to stop. Each decision is saved at once and not \
            asked again. Ends with 2 while something is undecided.
            Examples:
              genklang participants review --conference st2016-10
              genklang participants review --list
              genklang participants review decide c-3fa9c2 shared
              genklang participants review decide c-77b01e municipality --municipality 0680
            """
        ),
        subcommands: [ParticipantsReviewAskCommand.self, ParticipantsReviewDecideCommand.self],
        defaultSubcommand: ParticipantsReviewAskCommand.self
    )

    @OptionGroup var language: LanguageOptions
}
