import ArgumentParser
import Foundation
import Wording

@main
struct Genklang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "genklang",
        abstract: say(
            "Kommunikation och uppföljning för länsstyrelsernas regionala konferenser 2016.",
            "Communication and follow-up for the county administrative boards' regional conferences of 2016."
        ),
        discussion: say(
            """
            Kommandona arbetar i en arbetsmapp: en mapp med genklang.yml, seeds, Surveys och Mailings. Börja med
              genklang demo
            Avslutar med 0 när allt gick bra, 1 vid fel, 2 när en del gick bra, 64 när kommandot är felskrivet och 130 \
            när demonstrationen avbröts.
            """,
            """
            Commands work in a workspace: a folder with genklang.yml, seeds, Surveys and Mailings. Begin with
              genklang demo
            Ends with 0 when all went well, 1 on failure, 2 when part of it went well, 64 when a command is mistyped, \
            130 when the demonstration was interrupted.
            """
        ),
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, ServeCommand.self, ParticipantsCommand.self, ListsCommand.self,
            SuppressionsCommand.self, DayCommand.self, SurveysCommand.self, LettersCommand.self,
            ReleasesCommand.self, StoreCommand.self, WorkspaceCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions

    /// Outside input may close our pipe or our peer at any time; neither is a reason to die.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            if let word = unknownCommand(in: Array(CommandLine.arguments.dropFirst())) {
                throw ValidationError(say("Det finns inget kommando \(word).", "There is no command \(word)."))
            }
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as any ToldFailure {
            exit(withError: Failure(error.words))
        } catch {
            exit(withError: error)
        }
    }

    /// The first word after `help` that names no command; the parser's own help takes any word for the root.
    static func unknownCommand(in arguments: [String]) -> String? {
        var words = arguments[...]
        guard words.popFirst() == "help" else { return nil }
        var known = configuration.subcommands
        for word in words.prefix(while: { !$0.hasPrefix("-") }) {
            if word == "help" { continue }
            guard let command = known.first(where: { $0.configuration.commandName == word }) else { return word }
            known = command.configuration.subcommands
        }
        return nil
    }
}
