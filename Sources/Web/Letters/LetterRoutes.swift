import HTTPTypes
import Hummingbird
import NIOCore
import Wording

/// A demonstration's letters as they were sent: a list, each letter, its HTML by itself, its source.
struct LetterRoutes {
    let folder: LettersFolder
    let frame: PageFrame
    private let perPage = 100

    init(folder: LettersFolder, frame: PageFrame) {
        self.folder = folder
        self.frame = frame
    }

    func add(to router: Router<WebContext>) {
        router.get("/letters") { request, _ in
            let language = Language.accepted(by: request)
            let asked = max(request.uri.queryParameters["from"].flatMap { Int($0) } ?? 0, 0)
            let (entries, count) = try await folder.list(skipping: asked, limit: perPage, in: language)
            let start = min(asked, count)
            return Reply.page(
                frame.letters(entries, from: start, of: count, language: language), language: language, for: request)
        }
        router.get("/letters/{name}") { request, context in
            let language = Language.accepted(by: request)
            let name = context.parameters.get("name") ?? ""
            let letter = try await found(name)
            return Reply.page(frame.letter(letter, name: name, language: language), language: language, for: request)
        }
        router.get("/letters/{name}/html") { _, context in
            try await LetterRoutes.alone(found(context.parameters.get("name") ?? "").html ?? "", type: "text/html")
        }
        router.get("/letters/{name}/source") { _, context in
            try await LetterRoutes.alone(found(context.parameters.get("name") ?? "").source, type: "text/plain")
        }
    }

    private func found(_ name: String) async throws -> SentLetter {
        guard let letter = try await folder.letter(named: name) else { throw Problem(.notFound) }
        return letter
    }

    /// A letter brings its own styles, as it does to a mail reader; in a sandbox it can do nothing else.
    private static func alone(_ text: String, type: String) -> Response {
        var headers = SecurityHeaders.api
        headers[.contentType] = "\(type); charset=utf-8"
        headers[.contentSecurityPolicy] =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}

extension PageFrame {
    func letters(_ entries: [LettersFolder.Entry], from start: Int, of count: Int, language: Language) -> HTML {
        let words = { (swedish: String, english: String) in language == .swedish ? swedish : english }
        let title = words("Brev som de skickades", "Letters as sent")
        let rows = entries.map { entry -> HTML in
            """
            <li><a href="/letters/\(entry.name)\(query(language))">\(entry.subject)</a> \
            <span>\(words("Till", "To")) \(entry.to)</span> <span class="quiet">\(entry.date)</span></li>
            """
        }
        let end = start + entries.count
        let more: HTML? =
            end < count ? "<p><a href=\"/letters?from=\(end)\">\(words("Fler brev", "More letters"))</a></p>" : nil
        return page(
            title: title, language: language,
            body: """
                <h1>\(title)</h1>
                <p>\(words("Brev", "Letters")) \(entries.isEmpty ? start : start + 1)–\(end) \(words("av", "of")) \(count).</p>
                <ol class="letters" start="\(start + 1)">
                \(rows.joined(separator: "\n"))
                </ol>
                \(more)
                """)
    }

    func letter(_ letter: SentLetter, name: String, language: Language) -> HTML {
        let words = { (swedish: String, english: String) in language == .swedish ? swedish : english }
        let heads = [("From", "Från"), ("To", "Till"), ("Subject", "Ämne"), ("Date", "Skickat")].map {
            field, swedish -> HTML in
            let value = field == "Date" ? letter.headers.date(in: language) : letter.headers.text(field.lowercased())
            return "<dt>\(words(swedish, field))</dt><dd>\(value ?? "–")</dd>"
        }
        return page(
            title: letter.headers.text("subject") ?? name, language: language,
            body: """
                <h1>\(letter.headers.text("subject") ?? name)</h1>
                <dl class="facts">\(heads.joined(separator: "\n"))</dl>
                <p><a href="/letters/\(name)/html">\(words("Brevet som HTML", "The letter as HTML"))</a>, \
                <a href="/letters/\(name)/source">\(words("hela källan", "its whole source"))</a>, \
                <a href="/letters">\(words("alla brev", "all letters"))</a></p>
                <pre>\(linked(letter.text ?? ""))</pre>
                """)
    }

    /// Links of this node in a text become links on the page; everything else stays text.
    private func linked(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> HTML in
            line.split(separator: " ", omittingEmptySubsequences: false).map { word -> HTML in
                guard word.hasPrefix("http://") || word.hasPrefix("https://") else { return "\(word)" }
                return "<a href=\"\(word)\">\(word)</a>"
            }.joined(separator: " ")
        }.joined(separator: "\n")
    }
}
