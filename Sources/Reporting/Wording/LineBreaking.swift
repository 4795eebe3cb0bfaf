/// Breaks text at its spaces; no-break spaces hold.
enum LineBreaking {
    /// As few lines as fit, each with at least one word, however long. No line of no words.
    static func lines(of text: String, fits: (String) -> Bool) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, fits("\(last) \(word)") {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
