import ArgumentParser

/// The one way of writing over a file that is there, for every command that writes a file which a user names.
struct OverwritingOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            say(
                "Skriv över den fil som kommandot skriver, om den finns.",
                "Write over the file that the command writes, if it is there.")))
    var force = false
}
