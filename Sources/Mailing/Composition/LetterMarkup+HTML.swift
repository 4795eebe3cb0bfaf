import Wording

extension LetterMarkup {
    /// Markup with its styles on the elements, since many mail readers drop style sheets. No colour is set, so a
    /// dark theme stays readable; sizes are relative, so a phone of 360 px and a reader who enlarges are served.
    var html: HTML {
        var result = HTML()
        for piece in pieces {
            switch piece {
            case .text(let text): result += HTML(escaping: text)
            case .start(let tag): result += LetterMarkup.opening(tag)
            case .end(let tag): result += HTML(trusted: "</\(tag.rawValue)>") + (tag.isBlock ? "\n" : "")
            case .link(let target): result += "<a href=\"\(target)\" style=\"word-break:break-word\">"
            case .linkEnd: result += "</a>"
            case .lineBreak: result += "<br>\n"
            case .rule: result += "<hr>\n"
            }
        }
        return result
    }

    private static func opening(_ tag: Tag) -> HTML {
        switch tag {
        case .paragraph: "<p style=\"margin:0 0 1em\">"
        case .heading1: "<h1 style=\"font-size:1.4em;line-height:1.3;margin:0 0 0.7em\">"
        case .heading2: "<h2 style=\"font-size:1.2em;line-height:1.3;margin:1.2em 0 0.6em\">"
        case .heading3: "<h3 style=\"font-size:1em;line-height:1.3;margin:1em 0 0.5em\">"
        case .bulleted: "<ul style=\"margin:0 0 1em;padding-left:1.4em\">\n"
        case .numbered: "<ol style=\"margin:0 0 1em;padding-left:1.6em\">\n"
        case .item: "<li style=\"margin:0 0 0.4em\">"
        case .quote: "<blockquote style=\"margin:0 0 1em;padding-left:1em;border-left:3px solid\">\n"
        case .strong: "<strong>"
        case .emphasis: "<em>"
        case .code: "<code>"
        }
    }
}

extension LetterMarkup.Tag {
    var isBlock: Bool {
        switch self {
        case .strong, .emphasis, .code: false
        default: true
        }
    }
}
