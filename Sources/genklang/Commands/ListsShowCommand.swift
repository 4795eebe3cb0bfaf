import ArgumentParser
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Wording

struct ListsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say(
            "Visa en lista: villkor och antal per län och typ.",
            "Show a list: condition, and counts by county and type."),
        discussion: say(
            """
            Utan namn visas alla listor. --people skriver också en rad per person.
            Exempel:
              genklang lists show
              genklang lists show jkpg --people
            """,
            """
            Without a name all lists are shown. --people writes a line for each person too.
            Examples:
              genklang lists show
              genklang lists show jkpg --people
            """)
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Listans namn.", "The list's name."), valueName: "name"))
    var name: String?

    @Flag(help: ArgumentHelp(say("En rad per person.", "A line for each person.")))
    var people = false

    struct Row: Encodable {
        var name: String
        var board: String?
        var condition: String
        var counts: ListCounts?
    }

    func run() async throws {
        try await OpenNode.with(common, as: "lists show") { node in
            guard let name else { return try await showAll(node) }
            let list = try await node.list(name)
            let evaluated = try await node.evaluated(list.condition, list.scope)
            try Self.show(list, evaluated, node, asJSON: common.json)
            guard people, !common.json else { return }
            for member in evaluated.members {
                guard let person = evaluated.person(member.participant) else { continue }
                Terminal.line(
                    "\(person.id)  \(ShownName.text(person.name)[InterfaceLanguage.current])  \(person.organisationName ?? "-")"
                )
            }
        }
    }

    private func showAll(_ node: OpenNode) async throws {
        let lists = try await node.lists()
        if common.json {
            return try printJSON(
                lists.map { Row(name: $0.name, board: $0.board?.rawValue, condition: $0.condition) })
        }
        for list in lists { Terminal.line("\(list.name)  \(list.condition)") }
        if lists.isEmpty {
            Terminal.line(
                say(
                    "Ingen lista är sparad. Gör en med genklang lists create.",
                    "No list is kept. Make one with genklang lists create."))
        }
    }

    static func show(_ list: ListRecord, _ evaluated: EvaluatedList, _ node: OpenNode, asJSON: Bool) throws {
        let counts = ListCounts(evaluated)
        if asJSON {
            return try printJSON(
                Row(name: list.name, board: list.board?.rawValue, condition: list.condition, counts: counts))
        }
        Terminal.line("\(list.name): \(list.condition)\n")
        let title = say("\(counts.people) personer nu", "\(counts.people) people now")
        for line in counts.lines(title, node.workspace.frame, InterfaceLanguage.current, width: Terminal.width) {
            Terminal.line(line)
        }
    }
}
