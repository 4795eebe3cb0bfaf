import Wording

/// A letter's text as blocks, read from the HTML that its Markdown gave.
///
/// Both parts of a letter are written from this one value, so they cannot differ in content. Only what a letter
/// needs is taken: paragraphs, headings, lists, quotes, rules, links, emphasis. An image, raw HTML or anything
/// else is refused rather than passed on.
struct LetterMarkup: Sendable, Hashable {
    enum Piece: Sendable, Hashable {
        case text(String)
        case start(Tag)
        case end(Tag)
        case link(String)
        case linkEnd
        case lineBreak
        case rule
    }

    enum Tag: String, Sendable, Hashable {
        case paragraph = "p"
        case heading1 = "h1"
        case heading2 = "h2"
        case heading3 = "h3"
        case bulleted = "ul"
        case numbered = "ol"
        case item = "li"
        case quote = "blockquote"
        case strong
        case emphasis = "em"
        case code
    }

    var pieces: [Piece] = []

    /// Reads what a CommonMark renderer writes: lower-case tags, quoted attributes, four named entities.
    init(html: String) throws(LetterError) {
        var rest = Substring(html)
        while !rest.isEmpty {
            guard let open = rest.firstIndex(of: "<") else {
                try add(text: rest)
                return
            }
            if open > rest.startIndex { try add(text: rest[..<open]) }
            guard let close = rest[open...].firstIndex(of: ">") else {
                throw .unexpectedMarkup(String(rest[open...].prefix(20)))
            }
            try add(tag: rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
    }

    init(_ pieces: [Piece]) {
        self.pieces = pieces
    }

    private mutating func add(text: Substring) throws(LetterError) {
        // Between blocks the renderer writes line breaks, which mean nothing.
        let isBetween = text.allSatisfy { $0 == "\n" }
        if isBetween, !isInline { return }
        pieces.append(.text(try LetterMarkup.unescaped(text)))
    }

    /// Whether the last piece leaves a place where a line break stands for a space.
    private var isInline: Bool {
        switch pieces.last {
        case .text, .linkEnd, .lineBreak, .end(.strong), .end(.emphasis), .end(.code): true
        default: false
        }
    }

    private mutating func add(tag: Substring) throws(LetterError) {
        let isEnd = tag.hasPrefix("/")
        let body = isEnd ? tag.dropFirst() : tag
        let name = body.prefix { $0.isLetter || $0.isNumber }
        let attributes = body.dropFirst(name.count)
        switch (String(name), isEnd) {
        case ("br", false): pieces.append(.lineBreak)
        case ("hr", false): pieces.append(.rule)
        case ("a", true): pieces.append(.linkEnd)
        case ("a", false):
            let start = " href=\""
            guard attributes.hasPrefix(start), attributes.hasSuffix("\"") else {
                throw .unexpectedMarkup("<\(tag.prefix(20))>")
            }
            let target = try LetterMarkup.unescaped(attributes.dropFirst(start.count).dropLast())
            let isAllowed = HeaderText.isLink(target) || target.hasPrefix("mailto:")
            guard isAllowed, !target.contains("\"") else {
                throw .invalidLink(in: LocalizedText("En länk i brevet", "A link of the letter"))
            }
            pieces.append(.link(target))
        default:
            guard let known = Tag(rawValue: String(name)), attributes.isEmpty else {
                throw .unexpectedMarkup("<\(tag.prefix(20))>")
            }
            pieces.append(isEnd ? .end(known) : .start(known))
        }
    }

    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "#x27": "'",
    ]

    private static func unescaped(_ text: Substring) throws(LetterError) -> String {
        guard text.contains("&") else { return String(text) }
        var result = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            let after = rest[rest.index(after: ampersand)...]
            guard let end = after.firstIndex(of: ";"), let character = entities[String(after[..<end])] else {
                throw .unexpectedMarkup(String(rest[ampersand...].prefix(10)))
            }
            result += character
            rest = after[after.index(after: end)...]
        }
        return result + rest
    }
}
