import ArgumentParser
import Chronology
import Operations
import Participants
import SQLiteStorage
import Storage

struct ListsCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: say("Spara ett villkor som en lista.", "Keep a condition as a list."),
        discussion: say(
            """
            Visar genast hur många listan har nu. En lista som finns ändras med --replace.
            Exempel:
              genklang lists create obesvarade --where "invited(before) and not answered(before)"
            """,
            """
            Shows at once how many the list holds now. A list that is there is changed with --replace.
            Example:
              genklang lists create silent --where "invited(before) and not answered(before)"
            """)
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            say("Listans namn: bokstäver, siffror och bindestreck.", "The list's name: letters, digits and hyphens."),
            valueName: "name"))
    var name: String

    @Option(name: .customLong("where"), help: ArgumentHelp(say("Villkoret.", "The condition."), valueName: "expr"))
    var condition: String

    @Option(
        help: ArgumentHelp(
            say("Bara den länsstyrelsens deltagare.", "That board's participants alone."), valueName: "id"))
    var board: String?

    @Flag(
        help: ArgumentHelp(say("Ge en lista som finns det här villkoret.", "Give a list that is there this condition."))
    )
    var replace = false

    func validate() throws {
        guard !name.isEmpty, name.utf8.count <= 64,
            name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        else {
            throw ValidationError(
                say(
                    "Ett namn är högst 64 byte: bokstäver, siffror och bindestreck.",
                    "A name is at most 64 bytes: letters, digits and hyphens."))
        }
    }

    func run() async throws {
        try await OpenNode.with(common, as: "lists create") { node in
            let now = node.time.now()
            let list = ListRecord(
                name: name, board: try node.board(named: board), condition: condition, createdAt: now, updatedAt: now)
            let evaluated = try await node.evaluated(condition, list.scope)
            let (isReplaced, scope) = (replace, list.scope)
            let isDone = try await node.store.write { writer in
                if try ListRecords.insert(list, in: writer) { return true }
                return try isReplaced
                    && ListRecords.setCondition(list.condition, of: list.name, scope, at: now, in: writer)
            }
            guard isDone else {
                throw Failure(
                    "Det finns redan en lista \(name). Ge den villkoret med --replace, eller välj ett annat namn.",
                    "There is a list \(name) already. Give it the condition with --replace, or choose another name.")
            }
            try ListsShowCommand.show(list, evaluated, node, asJSON: common.json)
        }
    }
}
