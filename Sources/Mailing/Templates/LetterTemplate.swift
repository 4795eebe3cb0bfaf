import Mustache
public import SourceText

/// A text with fields, checked when it is read.
///
/// Filling in is one pass over the template: a value that looks like a tag comes out as it is.
public struct LetterTemplate: Sendable {
    /// Where the text was read.
    public let file: String
    /// The text as it stands in its file.
    public let source: String
    private let uses: [TemplateScanner.Use]
    private let mustache: MustacheTemplate

    /// - Throws: every unknown field, unknown tag and unclosed section, with its line.
    public init(_ text: String, file: String) throws(Diagnostics) {
        let scanner = TemplateScanner(text, file: file)
        try scanner.diagnostics.throwIfErrors()
        do {
            // Without this, swift-mustache would escape values for HTML; they come escaped for where they go.
            mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
        } catch {
            throw Diagnostics([
                Diagnostic(file: file, "The template cannot be read.", advice: "Compare it with another.")
            ])
        }
        self.file = file
        source = text
        uses = scanner.uses
    }

    /// Fields that the text needs and the values do not have, each with the line of its first use. A field within
    /// its own section is never missing, and a section that is left out needs nothing.
    public func missing(from values: LetterValues) -> [Diagnostic] {
        var reported: Set<LetterField> = []
        var result: [Diagnostic] = []
        for use in uses where values[use.field] == nil {
            let isWritten = use.sections.allSatisfy { (values[$0.field] == nil) == $0.isInverted }
            guard isWritten, reported.insert(use.field).inserted else { continue }
            result.append(
                Diagnostic(
                    file: file, line: use.line, "The field \"\(use.field.rawValue)\" has no value.",
                    advice: use.field.source.advice))
        }
        return result
    }

    /// The text with its fields filled in; every field must be there (``missing(from:)``).
    func markdown(_ values: LetterValues) -> String {
        mustache.render(values.asMarkdown)
    }

    /// As ``markdown(_:)``, without escapes, for a subject.
    func plainText(_ values: LetterValues) -> String {
        mustache.render(values.asPlainText)
    }
}

extension LetterField.Source {
    fileprivate var advice: String {
        switch self {
        case .recipient: "Not every recipient has one: write {{#name}} {{name}}{{/name}}."
        case .conference: "It belongs to the conference: complete seeds/conferences."
        case .wave: "Write its day under `dates` in the wave's wave.yml."
        case .board: "It belongs to the board: complete genklang.yml."
        case .facts: "Write it in Mailings/facts/CONFERENCE.yml. Until then no letter of this wave is sent."
        }
    }
}
