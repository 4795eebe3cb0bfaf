public import SourceText
import Wording

/// What only a conference's own board knows about its day: `Mailings/facts/st2016-10.yml`.
///
/// ```yaml
/// venue: {sv: "Conventum, Fabriksgatan 28", en: "Conventum, Fabriksgatan 28"}
/// map_link: https://example.org/karta
/// ```
public enum DayFacts {
    /// Reads the file; what is wrong is added to `found`, and what is right is returned.
    public static func values(_ text: String, file: String, into found: inout Diagnostics) -> LocalizedValues {
        var result = LocalizedValues()
        let node: YAMLNode
        do {
            node = try StrictYAML.parse(text, file: file)
        } catch {
            found.items += error.items
            return result
        }
        guard let entries = node.entries else {
            found.add(node.error("Here stands \(node.kind).", advice: "Write fields with values: `venue: …`."))
            return result
        }
        let known = LetterField.allCases.filter { $0.source == .facts }
        for entry in entries {
            guard let field = known.first(where: { $0.rawValue == entry.key }) else {
                found.add(
                    Diagnostic(
                        file: file, line: entry.line, "Unknown fact \"\(entry.key)\".",
                        advice: Spelling.advice(for: entry.key, known: known.map(\.rawValue))))
                continue
            }
            guard let text = localized(entry.value, into: &found) else { continue }
            do {
                try result.set(field, text)
            } catch {
                found.add(entry.value.error("\(error)"))
            }
        }
        return result
    }

    /// One text for both languages, or `{sv: …, en: …}`.
    private static func localized(_ node: YAMLNode, into found: inout Diagnostics) -> LocalizedText? {
        if let text = node.text { return LocalizedText(text, text) }
        guard var record = YAMLRecord(node, into: &found) else { return nil }
        let swedish = record.text("sv")
        let english = record.text("en")
        record.finish(&found)
        guard let swedish, let english else { return nil }
        return LocalizedText(swedish, english)
    }
}
