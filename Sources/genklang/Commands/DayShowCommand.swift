import ArgumentParser
import Operations
import Participants
import Registers
import Storage
import Wording

struct DayShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Visa hur många som har vilken status, efter organisationstyp.",
            "Show how many have which status, by organisation type."),
        discussion: say(
            "Exempel:\n  genklang day show --conference st2016-10",
            "Example:\n  genklang day show --conference st2016-10")
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: DayOptions

    private struct Count: Encodable {
        var status: String
        var organisationType: String
        var people: Int
    }

    func run() async throws {
        try await OpenNode.with(common, as: "day show") { node in
            let tallies = try await options.day(of: node).tallies()
            if common.json {
                return try printJSON(
                    tallies.map {
                        Count(
                            status: $0.status.rawValue, organisationType: $0.organisationType.rawValue,
                            people: $0.people)
                    })
            }
            let language = InterfaceLanguage.current
            for status in RegistrationStatus.allCases {
                let own = tallies.filter { $0.status == status }
                Terminal.line("\(status.label[language]): \(own.reduce(0) { $0 + $1.people })")
                for tally in own {
                    let type = node.workspace.frame.organisationType(tally.organisationType)?.label[language]
                    Terminal.line("  \(type ?? tally.organisationType.rawValue): \(tally.people)")
                }
            }
        }
    }
}
