/// How many columns a text takes in a terminal: one for a letter with or without its accent written apart, two
/// for East Asian wide characters and emoji, none for controls.
enum TerminalWidth {
    static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func padded(_ text: String, to width: Int, left: Bool) -> String {
        let spaces = String(repeating: " ", count: max(0, width - of(text)))
        return left ? text + spaces : spaces + text
    }

    /// Breaks at spaces into lines no wider than `width`, but for a word that is wider by itself.
    static func broken(_ text: String, at width: Int) -> [String] {
        LineBreaking.lines(of: text) { of($0) <= width }
    }

    /// A paragraph in lines no wider than `width`. No-break spaces hold.
    static func filled(_ text: String, at width: Int) -> String {
        broken(text, at: width).joined(separator: "\n")
    }

    static func withoutTrailingSpaces(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    private static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first, scalar.properties.generalCategory != .control else {
            return 0
        }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The wide blocks of Unicode Standard Annex 11, as whole ranges.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
        0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
