import Documents
import Testing

@Suite("Markdown")
struct MarkdownTests {
    @Test(
        "Paragraphs, emphasis, lists, headings and tables become HTML",
        arguments: [
            ("a *b* **c**", "<p>a <em>b</em> <strong>c</strong></p>\n"), ("# Hej", "<h1>Hej</h1>\n"),
            ("- å\n- ä", "<ul>\n<li>å</li>\n<li>ä</li>\n</ul>\n"), ("", ""),
            (
                "[svara](https://a.example.org/s/x?y=1&z=2)",
                "<p><a href=\"https://a.example.org/s/x?y=1&amp;z=2\">svara</a></p>\n"
            ),
            ("<https://a.example.org>", "<p><a href=\"https://a.example.org\">https://a.example.org</a></p>\n"),
        ])
    func html(text: String, expected: String) {
        #expect(Markdown.html(text) == expected)
    }

    @Test("Tables are read")
    func table() {
        #expect(Markdown.html("| a | b |\n|---|---|\n| 1 | 2 |\n").contains("<td>1</td>"))
    }

    @Test(
        "Raw HTML and images are left out",
        arguments: [
            "<script>alert(1)</script>", "a <b onclick=x>b</b>", "<!-- x -->", "![spår](https://x.example.org/p.gif)",
            "<img src=x onerror=alert(1)>", "[![x](y)](https://a.example.org)",
        ])
    func rawHTML(text: String) {
        let html = Markdown.html(text)
        for word in ["<script", "<b ", "<!--", "<img", "onerror", "onclick"] {
            #expect(!html.contains(word), "\(html)")
        }
    }

    @Test("An image leaves its text")
    func image() {
        #expect(Markdown.html("![karta *nu*](x.png)") == "<p>karta <em>nu</em></p>\n")
    }

    @Test(
        "Unsafe targets are taken away",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
            "//evil.example.org", "java&#x0A;script:alert(1)", "https:\\\\evil", "x&#58;y:z",
        ])
    func unsafeLinks(target: String) {
        let html = Markdown.html("[a](<\(target)>)")
        #expect(html.contains("href=\"\"") || !html.contains("href"), "\(html)")
    }

    @Test(
        "Relative, mail and telephone targets stay",
        arguments: ["/privacy", "#a", "mailto:a@example.org", "tel:+4636105000"])
    func safeLinks(target: String) {
        #expect(Markdown.html("[a](\(target))").contains("href=\"\(target)\""))
    }

    @Test("Markup in text is escaped")
    func escaping() {
        #expect(Markdown.html("a < b & \"c\"") == "<p>a &lt; b &amp; &quot;c&quot;</p>\n")
    }
}
