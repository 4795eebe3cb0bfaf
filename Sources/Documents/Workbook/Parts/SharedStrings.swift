/// The texts that several cells share.
struct SharedStrings {
    private var texts: [String] = []

    init(_ archive: ZipArchive, _ parts: WorkbookParts) throws(WorkbookError) {
        guard let part = parts.sharedStrings, archive.holds(part) else { return }
        let xml = try XMLPart(archive.part(part))
        var text = RichText()
        while let event = try xml.next() {
            text.take(event, isEmpty: xml.isEmptyElement)
            switch event {
            case .start("si"):
                guard texts.count < archive.limits.cells else { throw .tooManyTexts(limit: archive.limits.cells) }
                text = RichText()
                if xml.isEmptyElement { texts.append("") }
            case .end("si"): texts.append(ControlEscapes.decoded(text.text))
            default: break
            }
        }
    }

    subscript(index: Int) -> String? {
        texts.indices.contains(index) ? texts[index] : nil
    }
}

/// Gathers the runs of a text, without the phonetic guides that may stand beside them.
struct RichText {
    private(set) var text = ""
    private var isInText = false
    private var isInGuide = false

    mutating func take(_ event: XMLPart.Event, isEmpty: Bool) {
        switch event {
        case .start("t"): isInText = !isEmpty
        case .end("t"): isInText = false
        case .start("rPh"): isInGuide = !isEmpty
        case .end("rPh"): isInGuide = false
        case .text(let piece): if isInText, !isInGuide { text += piece }
        default: break
        }
    }
}

/// Characters that XML cannot hold, as workbooks write them: `_x000D_` (ECMA-376, part 1, 22.9.2.19).
enum ControlEscapes {
    static func decoded(_ text: String) -> String {
        guard text.contains("_x") else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "_x")?.lowerBound {
            result += rest[..<start]
            rest = rest[start...]
            let escape = rest.prefix(7)
            let digits = escape.dropFirst(2).prefix(4)
            if escape.count == 7, escape.last == "_", digits.allSatisfy(\.isHexDigit),
                let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
            {
                result.unicodeScalars.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                result += rest.prefix(2)
                rest = rest.dropFirst(2)
            }
        }
        return result + rest
    }
}
