import ArgumentParser
import Foundation
import Testing

@testable import genklang

/// What messages and documents tell people to type must be there to be typed.
@Suite("Commands that are named somewhere")
struct NamedCommandTests {
    /// Every command by its words, with its help text.
    private static let commands: [[String]: String] = {
        var found: [[String]: String] = [:]
        var waiting: [([String], any ParsableCommand.Type)] = [([], Genklang.self)]
        while let (words, command) = waiting.popLast() {
            found[words] = Genklang.helpMessage(for: command)
            waiting += command.configuration.subcommands.map { (words + [$0._commandName], $0) }
        }
        return found
    }()

    private static let nouns = Set(commands.keys.compactMap(\.first))

    @Test("Each `genklang …` in the documents and in the program's words is a command, with its options")
    func commandsAreThere() throws {
        var count = 0
        for (file, text) in try Self.texts() {
            for line in Self.named(in: text) {
                count += 1
                let problem = Self.problem(of: line)
                #expect(problem == nil, "\(file): genklang \(line.joined(separator: " ")): \(problem ?? "")")
            }
        }
        #expect(count > 60, "the search finds too little: \(count)")
    }

    @Test("Each option that the program's words advise is an option of some command")
    func optionsAreThere() throws {
        let known = Self.commands.values.joined()
        for (file, text) in try Self.texts() where file.hasSuffix(".swift") {
            for option in text.matches(of: /[ `"](--[a-z]{2}[a-z-]*)(?![a-z-]*:)/).map({ String($0.1) }) {
                #expect(known.contains(option) || Self.hidden.contains(option), "\(file) names \(option)")
            }
        }
    }

    @Test("The search notices a command and an option that are not there")
    func searchCanFail() {
        let text = "Run `genklang conferences list`, or genklang participants vanish.\n  genklang serve --json\n"
        #expect(Self.named(in: text).map { Self.problem(of: $0) != nil } == [true, true, true])
        #expect(Self.problem(of: ["letters", "send", "before", "--conference", "st2016-10"]) == nil)
        #expect(Self.problem(of: ["letters"]) == nil)
    }

    @Test("Every group of commands has examples in its help")
    func nounsHaveExamples() {
        for (words, help) in Self.commands where !words.isEmpty && words != ["help"] {
            #expect(help.contains(/Exempel:|Examples?:/), "\(words)")
        }
    }

    /// Given to the node by the demonstration and the bench, and shown to nobody.
    private static let hidden: Set<String> = ["--simulated-clock", "--ends-with-input", "--says-hello"]

    /// The words after `genklang` up to what ends a command in prose: a back-tick, a quote, a bracket, a full stop.
    ///
    /// Between back-ticks or at the start of a line it is a command whatever its words; elsewhere in prose it is one
    /// where the first word is a noun of ours.
    private static func named(in text: String) -> [[String]] {
        text.replacing("\\n", with: "\n").matches(of: /(?m)(^ *|`|)\bgenklang ([a-z][^`"\n.,;:()|\\]*)/).compactMap {
            match in
            // `genklang store …` names the group.
            let words = match.2.split(separator: " ").map(String.init).prefix { $0 != "…" }
            let isCode = match.1 == "`" || match.1.allSatisfy { $0 == " " } && !match.1.isEmpty
            guard let first = words.first, isCode || nouns.contains(first) else { return nil }
            return Array(words)
        }
    }

    private static func problem(of words: [String]) -> String? {
        guard let noun = words.first, noun != "help" else { return nil }
        guard nouns.contains(noun) else { return "there is no \(noun)" }
        var command = [noun]
        let verbs = Set(commands.keys.filter { $0.count == 2 && $0[0] == noun }.map { $0[1] })
        if words.count > 1, !verbs.isEmpty {
            guard verbs.contains(words[1]) else { return "\(noun) has no \(words[1])" }
            command.append(words[1])
        }
        if words.count > 2, commands.keys.contains(command + [words[2]]) { command.append(words[2]) }
        // A group stands for its own command, which it runs where none is named.
        let help =
            commands.filter { $0.key.starts(with: command) && command.count > 1 }.values.joined()
            + (commands[command] ?? "")
        return words.filter { $0.hasPrefix("--") }.first { !help.contains($0) }.map { "it has no \($0)" }
    }

    private static func texts() throws -> [(file: String, text: String)] {
        var texts: [(String, String)] = []
        for place in ["Sources", "docs", "README.md", "genklang.yml", "seeds", "Mailings", "Surveys"] {
            let root = ScratchWorkspace.source.appending(path: place).path()
            let below = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
            for path in below.isEmpty ? [root] : below.map({ "\(root)/\($0)" }) {
                guard ["swift", "md", "yml"].contains(URL(filePath: path).pathExtension),
                    let text = try? String(contentsOfFile: path, encoding: .utf8)
                else { continue }
                // Comments in the source speak to developers, of `genklang` as a word too.
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                    !path.hasSuffix(".swift") || !$0.drop { $0 == " " }.hasPrefix("//")
                }
                texts.append((path, lines.joined(separator: "\n")))
            }
        }
        return texts
    }
}
