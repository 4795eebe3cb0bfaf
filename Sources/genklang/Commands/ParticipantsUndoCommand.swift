import ArgumentParser
import Operations
import Registers
import SQLiteStorage
import Storage
import Wording

struct ParticipantsUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: say("Ångra en inläsning.", "Take an import back."),
        discussion: say(
            """
            De personer och anmälningar som kom med filen tas bort, och det som den fyllde i töms igen. Har någon av \
            dem fått brev, en länk eller svarat, ändrats eller lästs in igen, ändras inget, och det sägs hur många. \
            Två gånger ändrar inget.
            Exempel:
              genklang participants imports
              genklang participants undo im-4k2
            """,
            """
            People and registrations that came with the file are removed, and what it filled is emptied again. If one \
            of them has a letter, a link or an answer, was changed or imported again, nothing is changed, and it is \
            said how many. Twice changes nothing.
            Examples:
              genklang participants imports
              genklang participants undo im-4k2
            """
        )
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var importArgument: ImportArgument

    private struct Row: Encodable {
        var id: String
        var outcome: String
        var removed = 0
        var changedBack = 0
        /// How many people stand in the way, by reason.
        var refused: [String: Int] = [:]
    }

    func run() async throws {
        try await OpenNode.with(common, as: "participants undo") { node in
            let record = try await importArgument.found(in: node)
            let undoing = ImportUndoing(
                store: node.store, frame: node.workspace.frame, time: node.time)
            guard let result = try await undoing.undo(record.id, .node) else { throw ExitCode.failure }
            if common.json { try printJSON(row(result, of: record)) } else { show(result, of: record) }
            if case .refused = result { throw ExitCode.failure }
        }
    }

    private func row(_ result: ImportUndoing.Result, of record: ImportRecord) -> Row {
        let id = record.id.rawValue
        switch result {
        case .undone(let removed, let changedBack):
            return Row(id: id, outcome: "undone", removed: removed, changedBack: changedBack)
        case .repeated: return Row(id: id, outcome: "repeated")
        case .refused(let dependence):
            return Row(
                id: id, outcome: "refused",
                refused: Dictionary(dependence.reasons.map { ($0.key, $0.people) }) { first, _ in first })
        }
    }

    private func show(_ result: ImportUndoing.Result, of record: ImportRecord) {
        switch result {
        case .undone(let removed, let changedBack):
            Terminal.line(
                say(
                    "\(record.fileName) är ångrad: \(removed) personer borttagna, \(changedBack) återställda.",
                    "\(record.fileName) is undone: \(removed) people removed, \(changedBack) changed back."))
        case .repeated:
            Terminal.line(
                say(
                    "\(record.fileName) var redan ångrad; inget ändrades.",
                    "\(record.fileName) was undone before; nothing changed."))
        case .refused(let dependence):
            Terminal.line(
                say(
                    "\(record.fileName) kan inte ångras; inget ändrades.",
                    "\(record.fileName) cannot be undone; nothing changed."))
            for reason in dependence.reasons {
                Terminal.line("  \(reason.people) \(reason.words[InterfaceLanguage.current])")
            }
        }
    }
}

extension ImportDependence {
    fileprivate var reasons: [(key: String, people: Int, words: LocalizedText)] {
        [
            ("letters", lettered, LocalizedText("har brev, skickade eller i kö", "have letters, sent or queued")),
            (
                "links", invited,
                LocalizedText(
                    "har en personlig länk till en enkät och kan ha svarat",
                    "have a personal link to a survey and may have answered")
            ),
            ("answers", answered, LocalizedText("har lämnat svar", "have given answers")),
            (
                "imports", listedAgain,
                LocalizedText(
                    "finns i en annan inläsning: ångra den först", "are in another import: undo that one first")
            ),
            (
                "changes", changed,
                LocalizedText(
                    "har ändrats eller anmälts på annat sätt sedan dess",
                    "were changed or registered otherwise since")
            ),
            (
                "decisions", decided,
                LocalizedText(
                    "har slagits samman med någon, eller delar adress med någon från en annan inläsning",
                    "were merged with somebody, or share an address with somebody of another import")
            ),
        ].filter { $0.people > 0 }
    }
}
