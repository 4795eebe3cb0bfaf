import Documents
import Testing

@Suite("Markdown")
struct MarkdownTests {
    @Test("A paragraph") func paragraph() { #expect(Markdown.html("a *b*") == "<p>a <em>b</em></p>\n") }
}
