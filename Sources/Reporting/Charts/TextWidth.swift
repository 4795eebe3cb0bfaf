/// An estimate of how wide a text becomes in a sans-serif typeface, to break labels inside a drawing, where no
/// browser breaks lines. On the generous side: Verdana is about 10 per cent wider than Arial.
enum TextWidth {
    /// In the same unit as the size of the type.
    static func estimated(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + width(of: $1) } * size
    }

    /// Breaks at spaces into lines no wider than `width`, but for a word that is wider by itself. At least one line.
    static func broken(_ text: String, size: Double, width: Double) -> [String] {
        let lines = LineBreaking.lines(of: text) { estimated($0, size: size) <= width }
        return lines.isEmpty ? [""] : lines
    }

    private static func width(of character: Character) -> Double {
        switch character {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": 0.3
        case "f", "t", "r", " ", "(", ")", "-", "\u{A0}": 0.4
        case "m", "w", "M", "W", "%", "@": 0.97
        case "A"..."Z", "Å", "Ä", "Ö", "+", "\u{2212}": 0.72
        default: 0.61
        }
    }
}
