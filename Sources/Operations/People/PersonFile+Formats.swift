import Foundation
import Participants
public import Wording

extension PersonFile {
    private struct Written: Encodable {
        var title: String
        var rows: [[String: String]]
    }

    /// For programs: a list of sections with rows of labels and values: codes as they are stored, and times in ISO 8601
    /// with their offset from UTC.
    public func json(_ language: Language) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let written = sections.map { section in
            Written(
                title: section.title[language],
                rows: section.rows.map { row in
                    Dictionary(row.map { ($0.label[language], $0.value) }) { first, _ in first }
                })
        }
        return String(decoding: try encoder.encode(written), as: UTF8.self) + "\n"
    }

    /// For the person: words, and times in Sweden, on a page that needs nothing beside it.
    ///
    /// - Parameter notice: that the people are made up; `nil` for real ones.
    public func html(_ language: Language, notice: LocalizedText? = nil) -> String {
        let title = LocalizedText("Allt som finns om dig", "Everything that is held on you")[language]
        let mark: HTML = notice.map { "<p class=\"notice\">\($0[language])</p>\n" } ?? ""
        var body: HTML = "\(mark)<h1>\(title)</h1>\n<p>\(ShownName.text(name)[language])</p>\n"
        for section in sections {
            body += "<h2>\(section.title[language])</h2>\n"
            if section.rows.isEmpty { body += "<p>\(LocalizedText("Inget.", "Nothing.")[language])</p>\n" }
            for row in section.rows {
                body += "<dl>\n"
                for entry in row where !entry.words[language].isEmpty {
                    body += "<dt>\(entry.label[language])</dt><dd>\(entry.words[language])</dd>\n"
                }
                body += "</dl>\n"
            }
        }
        let page: HTML = """
            <!doctype html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(title)</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\
            dl{display:grid;grid-template-columns:12rem 1fr;gap:.2rem 1rem;border-top:1px solid #767676;padding-top:.5rem}\
            @media(max-width:30rem){dl{grid-template-columns:1fr}}.notice{border:2px solid #9a6b00;\
            background:#fff1cc;padding:.5rem;font-weight:600}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}</style></head><body>
            \(body)</body></html>\n
            """
        return page.markup
    }
}
