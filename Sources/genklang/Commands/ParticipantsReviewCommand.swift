import ArgumentParser
import Foundation
import Operations
import Registers
import Storage
import Wording

struct ParticipantsReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: say("Avgör det som bara en människa kan avgöra.", "Decide what only a person can decide."),
        discussion: say(
            """
            Frågar om en konflikt i taget: samma adress med olika namn, kommun som inte går att utläsa, möjliga \
            dubbletter. Svara med siffran, s för att hoppa över, q för att sluta. Varje beslut sparas genast och \
            frågas inte om igen. Avslutar med 2 så länge något är oavgjort.
            Exempel:
              genklang participants review --conference st2016-10
              genklang participants review --list
              genklang participants review decide c-3fa9c2 shared
              genklang participants review decide c-77b01e municipality --municipality 0680
            """,
            """
            Asks about one conflict at a time: one address with different names, a municipality that cannot be told, \
            possible duplicates. Answer with the number, s to skip, q to stop. Each decision is saved at once and not \
            asked again. Ends with 2 while something is undecided.
            Examples:
              genklang participants review --conference st2016-10
              genklang participants review --list
              genklang participants review decide c-3fa9c2 shared
              genklang participants review decide c-77b01e municipality --municipality 0680
            """
        ),
        subcommands: [ParticipantsReviewAskCommand.self, ParticipantsReviewDecideCommand.self],
        defaultSubcommand: ParticipantsReviewAskCommand.self
    )

    @OptionGroup var language: LanguageOptions
}

struct ParticipantsReviewAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: say("Fråga om en konflikt i taget, eller visa dem.", "Ask about one at a time, or list them."),
        discussion: say(
            "Exempel:\n  genklang participants review --conference st2016-10\n  genklang participants review --list --json",
            "Examples:\n  genklang participants review --conference st2016-10\n  genklang participants review --list --json"
        )
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp(say("Konferens. Annars alla.", "Conference. Otherwise all.")))
    var conference: String?

    @Flag(help: ArgumentHelp(say("Visa konflikterna utan att fråga.", "List the conflicts and ask nothing.")))
    var list = false

    func run() async throws {
        try await OpenNode.with(common, as: "participants review") { node in
            let place = try conference.map { try node.workspace.stated(ConferenceID($0)).id }
            let review = ConflictReview(store: node.store, frame: node.workspace.frame, time: node.time)
            let conflicts = try await review.conflicts(conference: place, .node)
            let left: Int
            if common.json {
                try printJSON(conflicts.map { ConflictRow($0, node.workspace.frame) })
                left = conflicts.count
            } else if list {
                for conflict in conflicts {
                    let row = ConflictRow(conflict, node.workspace.frame)
                    Terminal.line("\(row.id)  \(row.question)")
                    Terminal.line("    " + row.choices.map(\.written).joined(separator: " | "))
                }
                left = conflicts.count
            } else {
                left = try await ask(conflicts, review, place, node.workspace.frame)
            }
            guard left > 0 else {
                if !common.json { Terminal.line(say("Inget är oavgjort.", "Nothing is undecided.")) }
                return
            }
            if !common.json { Terminal.line(say("\(left) oavgjorda.", "\(left) undecided.")) }
            throw ExitCode.partly
        }
    }

    /// Returns how many are undecided afterwards.
    private func ask(
        _ conflicts: [Conflict], _ review: ConflictReview, _ place: ConferenceID?, _ frame: Frame
    ) async throws -> Int {
        var random = SystemRandomNumberGenerator()
        for (number, conflict) in conflicts.enumerated() {
            // An answer may have decided others: two who are merged are no longer three.
            let isOpen = try await review.conflicts(conference: place, .node).first { $0.key == conflict.key }
            guard let open = isOpen else { continue }
            let question = ConflictRow(open, frame)
            Terminal.line("\(number + 1)/\(conflicts.count)  \(question.id)  \(question.question)")
            for (place, choice) in question.choices.enumerated() { Terminal.line("  \(place + 1)  \(choice.words)") }
            let answer = answer(to: open, frame)
            if case .stop = answer { break }
            guard case .decision(let decision) = answer else { continue }
            do {
                _ = try await review.decide(open.key, decision, .node, using: &random)
                Terminal.line(say("  Sparat.", "  Saved."))
            } catch let error as ReviewError {
                Terminal.line("  " + error.words[InterfaceLanguage.current])
            }
        }
        return try await review.conflicts(conference: place, .node).count
    }

    private enum Answer {
        case stop, skip
        case decision(ConflictDecision)
    }

    /// The end of what is read stops as `q` does.
    private func answer(to conflict: Conflict, _ frame: Frame) -> Answer {
        while true {
            Terminal.line(
                conflict.kind == .municipality
                    ? say(
                        "  Siffra, kommunens namn eller kod, s hoppa över, q sluta:",
                        "  Number, the municipality's name or code, s skip, q stop:")
                    : say("  Siffra, s hoppa över, q sluta:", "  Number, s skip, q stop:"))
            guard let line = readLine() else { return .stop }
            let text = line.trimmingCharacters(in: .whitespaces)
            switch text.lowercased() {
            case "q": return .stop
            case "s": return .skip
            case "": continue
            default: break
            }
            if let number = Int(text), text.utf8.count < 3, conflict.choices.indices.contains(number - 1) {
                return .decision(conflict.choices[number - 1])
            }
            if conflict.kind == .municipality, case .municipality(let code, .exact) = NameMatcher(frame).match(text) {
                return .decision(.municipality(code))
            }
            Terminal.line(say("  Det är inget av svaren.", "  That is none of the answers."))
        }
    }
}

struct ParticipantsReviewDecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: say("Avgör en konflikt utan att frågas.", "Decide a conflict without being asked."),
        discussion: say(
            """
            Adress: same (samma person, det lagrade namnet), new-name (samma person, radens namn), shared (två som \
            delar adressen), ignore. Kommun: municipality, none. Dubblett: merge, different.
            Samma beslut två gånger ändrar inget.
            Exempel:
              genklang participants review decide c-3fa9c2 new-name
              genklang participants review decide c-77b01e municipality --municipality 0680
            """,
            """
            Address: same (one person, the stored name), new-name (one person, the row's name), shared (two who \
            share the address), ignore. Municipality: municipality, none. Duplicate: merge, different.
            The same decision twice changes nothing.
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
