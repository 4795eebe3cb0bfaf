/// Text that stands for itself in Markdown, whatever it holds.
enum MarkdownText {
    /// A backslash before every ASCII punctuation character, which CommonMark 2.4 reads as the character itself.
    /// One line only: line breaks are refused where values are set.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isPunctuation) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            if scalar.isASCII, isPunctuation(UInt8(scalar.value)) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
