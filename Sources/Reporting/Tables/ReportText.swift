public import Indicators
import Surveying
public import Wording

/// A release as text for a terminal: response, change with its sentences, dialogue.
///
/// Change is under the heading *Förändring*, each item with the sentence that may be said of it. Simulated data says
/// so first and last.
public struct ReportText: Sendable {
    private let release: Release
    private let facts: ReportFacts
    private let language: Language
    private let width: Int

    /// - Parameter width: the columns of the terminal.
    public init(_ release: Release, _ facts: ReportFacts, _ language: Language, width: Int = 110) {
        self.release = release
        self.facts = facts
        self.language = language
        self.width = width
    }

    public var text: String {
        var blocks: [String] = []
        let notice =
            SimulatedNotice.text(of: release).map { [TerminalWidth.filled($0[language], at: width) + "\n"] } ?? []
        blocks += notice
        if release.hasNoAnswers { blocks.append(NoAnswers.sentence[language] + "\n") }
        let response = ResponseTables(release, language).all
        if !response.isEmpty {
            blocks += [heading(LocalizedText("Svar", "Response")[language])] + response.map(table)
        }
        blocks += change
        let dialogue = DialogueTables(release, language).all
        if !dialogue.isEmpty {
            blocks += [heading(LocalizedText("Dialog", "Dialogue")[language])] + dialogue.map(table)
        }
        let coverage = CoverageWords(release, language)
        if !coverage.lines.isEmpty {
            blocks += [heading(coverage.heading) + coverage.lines.map { "\($0)\n" }.joined()]
        }
        return (blocks + notice).joined(separator: "\n")
    }

    private var change: [String] {
        let tables = ChangeTables(release, facts, language)
        let pairs = tables.wavePairs.filter { !tables.national($0).isEmpty }
        let declaration = DeclaredWords(facts: facts, language: language).sentence.map {
            [TerminalWidth.filled($0, at: width) + "\n"]
        }
        return pairs.flatMap { pair -> [String] in
            let title = "\(LocalizedText("Förändring", "Change")[language]) \(WaveWords(language).span(pair))"
            let knowledge = tables.national(pair).filter(\.isKnowledge)
            let scales = tables.national(pair).filter { !$0.isKnowledge }
            let isFirst = pair == pairs.first
            return [heading(title)] + (isFirst ? declaration ?? [] : [])
                + (knowledge.isEmpty ? [] : [table(tables.knowledge(pair)), sentences(knowledge)])
                + (scales.isEmpty ? [] : [table(tables.scales(pair)), sentences(scales)])
        }
    }

    private func table(_ table: ReportTable) -> String { table.text(language, width: width) }

    private func heading(_ text: String) -> String {
        "\(text.uppercased())\n\(String(repeating: "═", count: min(width, TerminalWidth.of(text))))\n"
    }

    private func sentences(_ items: [ItemChange]) -> String {
        items.map { item in
            let note = facts.itemNotes[item.item].map { " \($0[language])" } ?? ""
            let text = ChangeSentence(language).text(for: item) + note
            return TerminalWidth.padded(item.item, to: 5, left: true)
                + TerminalWidth.filled(text, at: width - 5).replacing("\n", with: "\n     ")
        }.map { TerminalWidth.withoutTrailingSpaces($0) + "\n" }.joined()
    }
}
