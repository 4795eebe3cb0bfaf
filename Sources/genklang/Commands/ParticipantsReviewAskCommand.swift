import ArgumentParser
import Foundation
import Operations
import Registers
import Storage
import Wording

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
