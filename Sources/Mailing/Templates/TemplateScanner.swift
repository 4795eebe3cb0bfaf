import SourceText

/// Reads the tags of a template, and refuses all but the three that letters use: `{{field}}`,
/// `{{#field}}…{{/field}}` (only where the field is known) and `{{^field}}…{{/field}}` (only where it is not).
///
/// swift-mustache by itself writes nothing for an unknown name, reads partials, transforms, new delimiters and
/// raw variables, and does not say on which line a tag stands. So a text is scanned here first, and what passes
/// means the same to both.
struct TemplateScanner {
    /// A field that the text needs, with the sections around it.
    struct Use: Sendable, Hashable {
        var field: LetterField
        var line: Int
        /// Fields known to be there, or known to be missing, at this point of the text.
        var sections: [Section]
    }

    struct Section: Sendable, Hashable {
        var field: LetterField
        var isInverted: Bool
    }

    private(set) var uses: [Use] = []
    private(set) var diagnostics = Diagnostics()
    private let file: String
    private var open: [(section: Section, line: Int)] = []

    init(_ text: String, file: String) {
        self.file = file
        var line = 1
        var rest = Substring(text)
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count(where: \.isNewline)
            let inside = rest[start.upperBound...]
            guard let end = inside.firstRange(of: "}}") else {
                fail(line, "A tag is opened with {{ and not closed.", "Write }} after the field's name.")
                return
            }
            let tag = inside[..<end.lowerBound]
            read(tag, line: line)
            line += tag.count(where: \.isNewline)
            rest = inside[end.upperBound...]
        }
        for (section, line) in open {
            fail(line, "The section \(section.field.rawValue) is not closed.", "Write {{/\(section.field.rawValue)}}.")
        }
    }

    private mutating func read(_ tag: Substring, line: Int) {
        let sigil = tag.first.flatMap { "#^/".contains($0) ? $0 : nil }
        let name = String(tag.dropFirst(sigil == nil ? 0 : 1))
        guard let field = LetterField(rawValue: name) else {
            refuse(name, in: tag, line: line)
            return
        }
        switch sigil {
        case "#", "^":
            open.append((Section(field: field, isInverted: sigil == "^"), line))
        case "/":
            guard let last = open.last, last.section.field == field else {
                let expected = open.last.map { "Close {{#\($0.section.field.rawValue)}} first." }
                fail(line, "{{/\(name)}} closes no open section.", expected ?? "Open it with {{#\(name)}}.")
                return
            }
            open.removeLast()
        default:
            uses.append(Use(field: field, line: line, sections: open.map(\.section)))
        }
    }

    private mutating func refuse(_ name: String, in tag: Substring, line: Int) {
        let isName = !name.isEmpty && name.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 }
        if isName {
            fail(
                line, "Unknown field \"\(name)\".",
                Spelling.advice(for: name, known: LetterField.allCases.map(\.rawValue)))
        } else {
            fail(
                line, "The tag {{\(tag.prefix(30))}} is not read.",
                "Letters use {{field}}, {{#field}}…{{/field}} and {{^field}}…{{/field}}, without spaces.")
        }
    }

    private mutating func fail(_ line: Int, _ message: String, _ advice: String?) {
        diagnostics.add(Diagnostic(file: file, line: line, message, advice: advice))
    }
}
