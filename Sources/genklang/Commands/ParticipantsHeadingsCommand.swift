import ArgumentParser
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage

struct ParticipantsHeadingsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "headings",
        abstract: say(
            "Visa eller glöm vad listors egna rubriker betyder.", "Show or forget what lists' own headings mean."),
        discussion: say(
            """
            En inläsning med --column lär sig rubrikerna för nästa fil med samma rubrikrad. Raden börjar med källans id.
            Exempel:
              genklang participants headings
              genklang participants headings --forget 3f5a
            """,
            """
            An import with --column learns the headings for the next file with the same header. A line begins with the \
            source's id.
            Examples:
              genklang participants headings
              genklang participants headings --forget 3f5a
            """)
    )

    @OptionGroup var common: CommonOptions

    @Option(
        help: ArgumentHelp(
            say(
                "Glöm källans rubriker: dess id, eller så mycket av det att det är ensamt.",
                "Forget the source's headings: its id, or as much of it as is its alone."), valueName: "source"))
    var forget: String?

    private struct Row: Encodable {
        var source: String
        var board: String
        /// Day and time in UTC.
        var rememberedAt: String
        var columns: [String: String]
        var isForgotten = false

        init(_ answer: HeadingAnswer) {
            source = answer.source
            board = answer.board.rawValue
            rememberedAt = "\(answer.createdAt)"
            columns = Dictionary(answer.headings.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
    }

    func run() async throws {
        try await OpenNode.with(common, as: "participants headings") { node in
            var answers = try await node.store.read { try HeadingAnswerRecords.list(.node, in: $0) }
            if let forget {
                answers = try Self.found(forget, among: answers)
                let forgotten = answers
                try await node.store.write { writer throws -> Void in
                    for answer in forgotten {
                        try HeadingAnswerRecords.remove(source: answer.source, .board(answer.board), in: writer)
                    }
                }
            }
            if common.json {
                return try printJSON(
                    answers.map { answer in
                        var row = Row(answer)
                        row.isForgotten = forget != nil
                        return row
                    })
            }
            for answer in answers {
                let told = forget == nil ? "" : say("Glömd: ", "Forgotten: ")
                Terminal.line(
                    "\(told)\(answer.source.prefix(12))  \(answer.board)  \(answer.createdAt)  "
                        + ColumnName.options(answer.headings))
            }
            if answers.isEmpty { Terminal.line(say("Inga rubriker är sparade.", "No headings are remembered.")) }
        }
    }

    /// The answers of one source; several boards may have one each.
    private static func found(_ id: String, among answers: [HeadingAnswer]) throws -> [HeadingAnswer] {
        let found = answers.filter { !id.isEmpty && $0.source.hasPrefix(id) }
        guard let first = found.first else {
            throw Failure(
                "Inga sparade rubriker har id \(id). Se genklang participants headings.",
                "No remembered headings have the id \(id). See genklang participants headings.")
        }
        guard found.allSatisfy({ $0.source == first.source }) else {
            throw Failure(
                "Flera källor börjar på \(id). Skriv mer av id:t.",
                "Several sources begin with \(id). Write more of the id."
            )
        }
        return found
    }
}
