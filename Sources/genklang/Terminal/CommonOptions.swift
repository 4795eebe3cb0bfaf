import ArgumentParser
import Wording

/// The language, which every command and every group of commands takes, so that help can be had in either.
///
/// Nobody reads the value here: ``InterfaceLanguage`` has, before the first help text was made.
struct LanguageOptions: ParsableArguments {
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
}

/// What every command takes.
struct WorkspaceOptions: ParsableArguments {
    @OptionGroup var language: LanguageOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            say("Arbetsmapp. Annars den här mappen.", "The workspace's folder. Otherwise this folder."),
            valueName: "folder"
        )
    )
    var workspace: String = "."
}

/// What every command takes that ends with a result.
struct CommonOptions: ParsableArguments {
    @OptionGroup var place: WorkspaceOptions

    @Flag(name: .long, help: ArgumentHelp(say("Skriv resultatet som JSON.", "Print the result as JSON.")))
    var json = false

    var workspace: String { place.workspace }
}
