import ArgumentParser
import Chronology
import Operations
import Registers
import SQLiteStorage
import Storage
import Wording

struct LettersResendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: say(
            "Ställ brev i kö igen: ovissa, avvisade och försenade.",
            "Queue letters again: uncertain, rejected and expired ones."),
        discussion: say(
            """
            Utskickets nästa körning skickar dem. Ett ovisst brev kan ha kommit fram; den som ställer det i kö igen \
            tar på sig att det kan komma två gånger. Avslutar med 2 om något av dem inte kunde ställas i kö.
            Exempel:
              genklang letters list --conference st2016-10 --state uncertain
              genklang letters resend ID ID
              genklang letters send before --conference st2016-10
            """,
            """
            The wave's next run sends them. A letter that is uncertain may have arrived; who queues it again accepts \
            that it may come twice. Ends with 2 if one of them could not be queued.
            Examples:
              genklang letters list --conference st2016-10 --state uncertain
              genklang letters resend ID ID
              genklang letters send before --conference st2016-10
            """
        )
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(say("Brevens id, som letters list visar dem.", "The letters' ids, as letters list shows.")))
    var ids: [String]

    private struct Row: Encodable {
        var id: String
        var isQueued: Bool
        /// Where the letter stands now; `nil` where there is no such letter.
        var state: String?
    }

    func run() async throws {
        try await OpenNode.with(common, as: "letters resend") { node in
            let now = node.time.now()
            let rows = try await node.store.write { [ids] writer in
                try ids.map { text in
                    let id = LetterID(text)
                    let isQueued = try QueueingAgain.queue(id, at: now, in: writer)
                    return Row(
                        id: text, isQueued: isQueued, state: try LetterRecords.find(id, .node, in: writer)?.state)
                }
            }
            if common.json { try printJSON(rows) } else { show(rows) }
            guard rows.contains(where: \.isQueued) else { throw ExitCode.failure }
            if !rows.allSatisfy(\.isQueued) { throw ExitCode.partly }
        }
    }

    private func show(_ rows: [Row]) {
        for row in rows {
            switch (row.isQueued, row.state) {
            case (true, _):
                Terminal.line(say("\(row.id): i kö", "\(row.id): queued"))
            case (false, let state?):
                Terminal.line(
                    say(
                        "\(row.id): står som \(state) och skickas inte igen",
                        "\(row.id): stands as \(state) and is not sent again"))
            case (false, nil):
                Terminal.line(say("\(row.id): finns inte", "\(row.id): there is no such letter"))
            }
        }
        if rows.contains(where: \.isQueued) {
            Terminal.line(
                say(
                    "Skicka dem med genklang letters send.", "Send them with genklang letters send."))
        }
    }
}
