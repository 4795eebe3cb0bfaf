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
            dem fått brev, en länk eller svarat, ändrats eller lästs in igen, ändras inget, och det sägs hur många, i \
            vilken inläsning och vad du kan göra. \
            Två gånger ändrar inget.
            Exempel:
              genklang participants imports
              genklang participants undo im-4k2
            """,
            """
            People and registrations that came with the file are removed, and what it filled is emptied again. If one \
            of them has a letter, a link or an answer, was changed or imported again, nothing is changed, and it is \
            said how many, in which import and what you can do. Twice changes nothing.
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
        /// The imports that stand in the way, in the order to undo them in.
        var imports: [Standing] = []
    }

    private struct Standing: Encodable {
        var id: String
        var file: String
        var people: Int
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
                refused: Dictionary(dependence.reasons.map { ($0.key, $0.people) }) { first, _ in first },
                imports: dependence.imports.map {
                    Standing(id: $0.id.rawValue, file: $0.fileName, people: $0.people)
                })
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
            for line in dependence.lines { Terminal.line("  " + line) }
        }
    }
}

extension ImportDependence {
    /// Who stands in the way and what to do about it, for people.
    fileprivate var lines: [String] {
        let standing = imports.map { other in
            say(
                "\(other.people) av personerna finns i inläsningen \(other.id) (\(other.fileName)): ångra den först, "
                    + "genklang participants undo \(other.id)",
                "\(other.people) of the people are in the import \(other.id) (\(other.fileName)): undo that one first, "
                    + "genklang participants undo \(other.id)")
        }
        return standing
            + reasons.compactMap { reason in
                reason.words.map {
                    say(
                        "\(reason.people) av personerna \($0.swedish)", "\(reason.people) of the people \($0.english)")
                }
            }
    }

    /// `words` is `nil` for those whom ``imports`` tells of.
    fileprivate var reasons: [(key: String, people: Int, words: LocalizedText?)] {
        [
            (
                "letters", lettered,
                LocalizedText(
                    "har brev, skickade eller i kö, och de kan inte tas tillbaka: rätta eller radera personerna en och en",
                    "have letters, sent or queued, which cannot be taken back: correct or erase the people one by one")
            ),
            (
                "links", invited,
                LocalizedText(
                    "har en personlig länk till en enkät och kan ha svarat: rätta eller radera dem en och en",
                    "have a personal link to a survey and may have answered: correct or erase them one by one")
            ),
            (
                "answers", answered,
                LocalizedText(
                    "har lämnat svar: rätta eller radera dem en och en",
                    "have given answers: correct or erase them one by one")
            ),
            ("imports", listedAgain, nil),
            (
                "changes", changed,
                LocalizedText(
                    "har ändrats eller anmälts på annat sätt sedan dess, och det skulle gå förlorat: avboka dem i "
                        + "stället, genklang day set",
                    "were changed or registered otherwise since, which would be lost: cancel them instead, "
                        + "genklang day set")
            ),
            (
                "decisions", decided,
                LocalizedText(
                    "har slagits samman med någon, eller delar adress med någon från en annan inläsning: en "
                        + "sammanslagning kan inte ångras, men den andra inläsningen kan det",
                    "were merged with somebody, or share an address with somebody of another import: a merge cannot be "
                        + "undone, but the other import can")
            ),
        ].filter { $0.people > 0 }
    }
}
