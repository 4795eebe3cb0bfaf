import Mailing
import SourceText
import Testing
import Wording

@Suite("Templates")
struct TemplateTests {
    @Test(
        "An unknown field, tag or section is refused with its line",
        arguments: [
            ("a\nb {{nmae}}", 2, "Unknown field \"nmae\"."),
            ("{{{name}}}", 1, "The tag {{{name}} is not read."),
            ("{{&name}}", 1, "The tag {{&name}} is not read."),
            ("\n\n{{> footer}}", 3, "The tag {{> footer}} is not read."),
            ("{{=<% %>=}}", 1, "The tag {{=<% %>=}} is not read."),
            ("{{% CONTENT_TYPE:HTML}}", 1, "The tag {{% CONTENT_TYPE:HTML}} is not read."),
            ("{{uppercased(name)}}", 1, "The tag {{uppercased(name)}} is not read."),
            ("{{.}}", 1, "The tag {{.}} is not read."),
            ("{{ name }}", 1, "The tag {{ name }} is not read."),
            ("{{!comment}}", 1, "The tag {{!comment}} is not read."),
            ("x\n{{name", 2, "A tag is opened with {{ and not closed."),
            ("{{#name}}", 1, "The section name is not closed."),
            ("{{/name}}", 1, "{{/name}} closes no open section."),
            ("{{#name}}\n{{#place}}{{/name}}{{/place}}", 2, "{{/name}} closes no open section."),
        ])
    func refuses(text: String, line: Int, message: String) throws {
        let found = #expect(throws: Diagnostics.self) { try LetterTemplate(text, file: "Mailings/x/body.sv.md") }
        let first = try #require(found?.items.first)
        #expect(first.line == line)
        #expect(first.message == message)
        #expect(first.file == "Mailings/x/body.sv.md")
    }

    @Test("Every mistake of a text is told at once, with the word that was meant")
    func allAtOnce() throws {
        let found = #expect(throws: Diagnostics.self) {
            try LetterTemplate("{{plaec}}\n\n{{boardd}} {{>x}}", file: "f")
        }
        #expect(found?.items.map(\.line) == [1, 3, 3])
        #expect(found?.items.first?.advice == "Did you mean \"place\"?")
    }

    @Test("A field without a value is missing with its first line; one in a section that is left out is not")
    func missing() throws {
        let template = try LetterTemplate(
            "{{place}}\n{{county}} {{place}}\n{{#map_link}}{{map_link}} {{venue}}{{/map_link}}{{^hours}}{{travel}}{{/hours}}",
            file: "f")
        var values = LetterValues()
        #expect(template.missing(from: values).map(\.line) == [1, 2, 3])
        #expect(template.missing(from: values).map(\.message).last == "The field \"travel\" has no value.")
        try values.set(.hours, "9–16")
        try values.set(.mapLink, "https://example.org/karta")
        try values.set(.place, "Örebro")
        try values.set(.county, "  ")
        #expect(
            template.missing(from: values).map(\.message) == [
                "The field \"county\" has no value.", "The field \"venue\" has no value.",
            ])
    }

    @Test(
        "Line breaks, NUL and other control characters are refused in values",
        arguments: [
            "a\nb", "a\rb", "a\r\nBcc: x@example.org", "a\u{0}b", "a\tb", "a\u{2028}b", "a\u{85}b", "a\u{202E}b",
        ])
    func controls(value: String) {
        var values = LetterValues()
        let place = LocalizedText("Fältet name", "The field name")
        #expect(throws: LetterError.controlCharacter(in: place)) { try values.set(.name, value) }
        #expect(values[.name] == nil)
    }

    @Test(
        "A link is an absolute address without anything that could end it",
        arguments: [
            "javascript:alert(1)", "https://", "https:///x", "//example.org", "/s/x", "https://example.org/ x",
            "https://example.org/>x", "https://example.org/\"x", "https://exämple.org/", "https://example.org/&lt;",
            "https://example.org/\u{0}",
        ])
    func links(value: String) {
        var values = LetterValues()
        #expect(throws: LetterError.self) { try values.set(.surveyLink, value) }
    }
}
