import ArgumentParser
import Wording

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            say("Språk: sv eller en. Annars datorns språk.", "Language: sv or en. Otherwise the machine's."),
            valueName: "sv|en"
        ),
        transform: { text in
            guard let language = Language(rawValue: text) else {
                throw ValidationError(say("Språket är sv eller en.", "The language is sv or en."))
            }
            return language
        }
    )
    var language: Language?

    @Option(
        name: .long,
        help: ArgumentHelp(
            say("Arbetsmapp. Annars den här mappen.", "The workspace's folder. Otherwise this folder."),
            valueName: "folder"
        )
    )
    var workspace: String = "."

    @Flag(name: .long, help: ArgumentHelp(say("Skriv resultatet som JSON.", "Print the result as JSON.")))
    var json = false
}
