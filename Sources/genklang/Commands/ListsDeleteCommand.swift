import ArgumentParser
import SQLiteStorage
import Storage

struct ListsDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: say("Ta bort en lista, inte deltagarna i den.", "Delete a list, not the people in it."),
        discussion: say(
            "Exempel:\n  genklang lists delete jkpg", "Example:\n  genklang lists delete jkpg")
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Listans namn.", "The list's name."), valueName: "name"))
    var name: String

    func run() async throws {
        try await OpenNode.with(common, as: "lists delete") { node in
            let list = try await node.list(name)
            _ = try await node.store.write { try ListRecords.remove(list.name, .node, in: $0) }
            Terminal.line(say("Listan \(name) är borttagen.", "The list \(name) is deleted."))
        }
    }
}
