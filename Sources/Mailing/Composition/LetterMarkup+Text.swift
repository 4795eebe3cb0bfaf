extension LetterMarkup {
    /// The same words for a reader without HTML: links written out after their text, lines of at most 74
    /// characters where a word allows it, a blank line between blocks.
    var text: String {
        var writer = TextWriter()
        var targets: [(target: String, start: Int)] = []
        for piece in pieces {
            switch piece {
            case .text(let text):
                writer.add(text)
            case .link(let target):
                targets.append((target, writer.inline.count))
            case .linkEnd:
                guard let (target, start) = targets.popLast() else { continue }
                let shown = String(writer.inline.dropFirst(start))
                if shown != target, "mailto:\(shown)" != target { writer.inline += " <\(target)>" }
            case .lineBreak:
                writer.inline += "\n"
            case .rule:
                writer.endBlock()
                writer.blocks.append("----")
            case .start(let tag):
                writer.start(tag)
            case .end(let tag):
                writer.end(tag)
            }
        }
        writer.endBlock()
        return writer.text
    }
}

/// Gathers inline text into blocks, with a marker before list items.
private struct TextWriter {
    var blocks: [String] = []
    var inline = ""
    private var lists: [(isNumbered: Bool, count: Int)] = []
    private var marker = ""
    private var quotes = 0
    /// Blocks that follow the one before without a blank line: items of one list.
    private var isTight: Set<Int> = []

    mutating func add(_ text: String) {
        inline += String(text.map { $0 == "\n" ? " " : $0 })
    }

    mutating func start(_ tag: LetterMarkup.Tag) {
        switch tag {
        case .bulleted, .numbered:
            endBlock()
            lists.append((tag == .numbered, 0))
        case .item:
            endBlock()
            guard var list = lists.popLast() else { return }
            list.count += 1
            marker = list.isNumbered ? "\(list.count). " : "- "
            if list.count > 1 { isTight.insert(blocks.count) }
            lists.append(list)
        case .quote:
            endBlock()
            quotes += 1
        case .paragraph, .heading1, .heading2, .heading3:
            endBlock()
        case .strong, .emphasis, .code:
            break
        }
    }

    mutating func end(_ tag: LetterMarkup.Tag) {
        switch tag {
        case .bulleted, .numbered:
            endBlock()
            _ = lists.popLast()
        case .quote:
            endBlock()
            quotes = max(0, quotes - 1)
        case .item, .paragraph, .heading1, .heading2, .heading3:
            endBlock()
        case .strong, .emphasis, .code:
            break
        }
    }

    mutating func endBlock() {
        defer { inline = "" }
        guard !inline.allSatisfy(\.isWhitespace) else { return }
        let depth = max(0, lists.count - 1)
        let indent = String(repeating: "> ", count: quotes) + String(repeating: "  ", count: depth)
        let first = indent + marker
        let following =
            lists.isEmpty ? indent : indent + String(repeating: " ", count: marker.isEmpty ? 2 : marker.count)
        let lines = inline.split(separator: "\n", omittingEmptySubsequences: false)
        blocks.append(
            lines.enumerated().map { index, line in
                TextWriter.wrapped(line, first: index == 0 ? first : following, following: following)
            }.joined(separator: "\n"))
        marker = ""
    }

    /// Breaks only at spaces, so links stay whole; no-break spaces are not broken at.
    private static func wrapped(_ line: Substring, first: String, following: String) -> String {
        var result = first
        var column = first.count
        var isStart = true
        for word in line.split(separator: " ") {
            if !isStart, column + 1 + word.count > 74 {
                result += "\n" + following
                column = following.count
                isStart = true
            }
            result += (isStart ? "" : " ") + word
            column += word.count + (isStart ? 0 : 1)
            isStart = false
        }
        return result
    }

    var text: String {
        var result = ""
        for (index, block) in blocks.enumerated() {
            if index > 0 { result += isTight.contains(index) ? "\n" : "\n\n" }
            result += block
        }
        return result + "\n"
    }
}
