import ArgumentParser
import Participants
import Wording

struct ListsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lists",
        abstract: say(
            "Listor: välj ut deltagare med ett villkor.", "Lists: choose participants by a condition."),
        discussion: say(
            """
            En lista är ett villkor och räknas fram när den används. I villkoret kan stå:
            \(ListLanguage.names(.swedish))
              answered(before)    har svarat på enkäten före (after, three-months)
              invited(before)     har en personlig länk till den
            med = != < <= > >= in [..] contains anyof and or not ( ), och text i citattecken.
            Exempel:
              genklang lists create jkpg --where "county = 'Jönköping' and status = 'anmäld'"
              genklang lists show jkpg
              genklang lists count --where "invited(before) and not answered(before)"
              genklang lists export jkpg --output jkpg.xlsx
              genklang lists diff jkpg --file jkpg-i-mars.csv
            """,
            """
            A list is a condition and is evaluated when it is used. In the condition may stand:
            \(ListLanguage.names(.english))
              answered(before)    has answered the survey before (after, three-months)
              invited(before)     has a personal link to it
            with = != < <= > >= in [..] contains anyof and or not ( ), and text in quotation marks.
            Examples:
              genklang lists create jkpg --where "county = 'Jönköping' and status = 'registered'"
              genklang lists show jkpg
              genklang lists count --where "invited(before) and not answered(before)"
              genklang lists export jkpg --output jkpg.xlsx
              genklang lists diff jkpg --file jkpg-in-march.csv
            """
        ),
        subcommands: [
            ListsCreateCommand.self, ListsShowCommand.self, ListsCountCommand.self, ListsExportCommand.self,
            ListsDiffCommand.self, ListsDeleteCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions
}
