import ArgumentParser
import Operations
import Participants
import Wording

struct DaySetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: say("Sätt en persons status.", "Set one person's status."),
        discussion: say(
            """
            Status: registered (anmäld), cancelled (avbokad), attended (kom), no-show (uteblev), speaker (medverkande).
            Exempel:
              genklang day set anna@example.org avbokad --conference st2016-10
            """,
            """
            Status: registered, cancelled, attended, no-show, speaker.
            Example:
              genklang day set anna@example.org speaker --conference st2016-10
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: DayOptions

    @Argument(help: ArgumentHelp(say("Personens id eller e-post.", "The person's id or e-mail."), valueName: "person"))
    var person: String

    @Argument(
        help: ArgumentHelp(say("Ny status.", "The new status."), valueName: "status"),
        transform: { text in
            guard let status = RegistrationStatus.named(text) else {
                let known = RegistrationStatus.allCases.map { $0.label[InterfaceLanguage.current] }
                    .joined(separator: ", ")
                throw ValidationError(say("Status är en av \(known).", "The status is one of \(known)."))
            }
            return status
        })
    var status: RegistrationStatus

    private struct Changed: Encodable {
        var before: String
        var after: String
    }

    func run() async throws {
        try await OpenNode.with(common, as: "day set") { node in
            guard let before = try await options.day(of: node).set(person, to: status) else {
                throw Failure(
                    "Ingen sådan person är anmäld till \(options.conference). Se efter id:t i listan från genklang day sign-in.",
                    "No such person is registered for \(options.conference). Look the id up in the list of genklang day sign-in."
                )
            }
            if common.json { return try printJSON(Changed(before: before.rawValue, after: status.rawValue)) }
            let language = InterfaceLanguage.current
            Terminal.line("\(before.label[language]) → \(status.label[language])")
        }
    }
}
