import ArgumentParser
import Operations
import Registers
import Storage
import Wording

struct ParticipantsReviewDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: say("Avgör en konflikt utan att frågas.", "Decide a conflict without being asked."),
        discussion: say(
            """
            Adress: same (samma person, det lagrade namnet), new-name (samma person, radens namn), shared (två som \
            delar adressen), ignore. Kommun: municipality, none. Dubblett: merge, different.
            Samma beslut två gånger ändrar inget. Ett annat beslut gäller i stället för det första så länge inget har \
            gjorts av det: different, ignore, municipality och none går att ändra; för de andra sägs vad som ska ångras.
            Exempel:
              genklang participants review decide c-3fa9c2 new-name
              genklang participants review decide c-77b01e municipality --municipality 0680
            """,
            """
            Address: same (one person, the stored name), new-name (one person, the row's name), shared (two who \
            share the address), ignore. Municipality: municipality, none. Duplicate: merge, different.
            The same decision twice changes nothing. Another one takes the first one's place while nothing stands on \
            it: different, ignore, municipality and none can be changed; for the others it is said what to undo.
            Examples:
              genklang participants review decide c-3fa9c2 new-name
              genklang participants review decide c-77b01e municipality --municipality 0680
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            say(
                "Konfliktens id, eller så mycket av det att det är ensamt.",
                "The conflict's id, or as much of it as is its alone."), valueName: "conflict"))
    var id: String

    @Argument(help: ArgumentHelp(ConflictDecision.words.joined(separator: ", ")))
    var decision: String

    @Option(help: ArgumentHelp(say("Kommunkod, till exempel 0680.", "Municipality code, for example 0680.")))
    var municipality: String?

    @Option(
        help: ArgumentHelp(
            say(
                "Vem av dem som har adressen, från 1, för same och new-name.",
                "Which of those who have the address, from 1, for same and new-name.")))
    var person = 1

    private struct Row: Encodable {
        var id: String
        var decision: String
        var isRepeated: Bool
        var rows: Int
        /// The decision that was taken back for this one.
        var former: String?
    }

    func validate() throws {
        guard decided == nil else { return }
        throw ValidationError(
            decision == "municipality"
                ? say("Ange kommunen med --municipality 0680.", "Name the municipality with --municipality 0680.")
                : say(
                    "Beslutet är ett av \(ConflictDecision.words.joined(separator: ", ")).",
                    "The decision is one of \(ConflictDecision.words.joined(separator: ", "))."))
    }

    private var decided: ConflictDecision? {
        ConflictDecision(word: decision, person: person, municipality: municipality.map { MunicipalityCode($0) })
    }

    func run() async throws {
        guard let decided else { throw ExitCode.failure }
        try await OpenNode.with(common, as: "participants review decide") { node in
            let review = ConflictReview(store: node.store, frame: node.workspace.frame, time: node.time)
            var random = SystemRandomNumberGenerator()
            let key = try await review.key(id, .node)
            let result: ConflictReview.Result
            do {
                result = try await review.decide(key, decided, .node, using: &random)
            } catch let error as ReviewError {
                throw Failure(error.words)
            }
            var row = Row(id: Conflict.idPrefix + key.prefix(12), decision: decision, isRepeated: false, rows: 0)
            switch result {
            case .decided(let rows):
                row.rows = rows
                if !common.json { Terminal.line(say("\(row.id): \(decision).", "\(row.id): \(decision).")) }
            case .decidedAnew(let rows, let former):
                row.rows = rows
                row.former = former
                if !common.json {
                    Terminal.line(
                        say(
                            "\(row.id): \(decision), i stället för \(former).",
                            "\(row.id): \(decision), instead of \(former)."))
                }
            case .repeated:
                row.isRepeated = true
                if !common.json {
                    Terminal.line(
                        say(
                            "\(row.id) var redan avgjord så; inget ändrades.",
                            "\(row.id) was decided so before; nothing changed."))
                }
            }
            if common.json { try printJSON(row) }
        }
    }
}
