import ArgumentParser
import Operations
import SQLiteStorage
import Wording

struct ListsCountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: say("Räkna en lista eller ett villkor.", "Count a list or a condition."),
        discussion: say(
            """
            Exempel:
              genklang lists count jkpg
              genklang lists count --where "sector = 'statlig'"
            """,
            """
            Examples:
              genklang lists count jkpg
              genklang lists count --where "sector = 'state'"
            """)
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var list: ListArgument

    func run() async throws {
        try await OpenNode.with(common, as: "lists count") { node in
            let (condition, scope) = try await list.stated(in: node)
            let counts = ListCounts(try await node.evaluated(condition, scope))
            if common.json { return try printJSON(counts) }
            let title = say("\(counts.people) personer", "\(counts.people) people")
            for line in counts.lines(title, node.workspace.frame, InterfaceLanguage.current, width: Terminal.width) {
                Terminal.line(line)
            }
        }
    }
}
