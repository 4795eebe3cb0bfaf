import Registers
import Wording

/// The words that mean a theme: its label, the decision's wording and its aliases, caseless.
struct ThemeWords: Sendable {
    private let themes: [String: ThemeID]

    init(_ frame: Frame) {
        var themes: [String: ThemeID] = [:]
        for theme in frame.themes {
            for name in [theme.label.swedish, theme.mandateWording] + theme.aliases {
                let word = Fold.caseless(name)
                themes[word] = themes[word] ?? theme.id
            }
        }
        self.themes = themes
    }

    subscript(caseless word: String) -> ThemeID? { themes[word] }
}

/// Finds the themes that a seminar cell names.
struct SeminarReader: Sendable {
    private let themes: ThemeWords
    private var remembered: [String: (themes: [ThemeID], hasUnknown: Bool)] = [:]

    private static let mostRemembered = 20_000

    init(_ themes: ThemeWords) {
        self.themes = themes
    }

    /// - Parameter cell: the cell as it stands, for its line breaks stand between items.
    /// - Returns: the themes in the order of their ids, and whether an item is none of them.
    mutating func themes(in cell: String) -> (themes: [ThemeID], hasUnknown: Bool) {
        guard !cell.isEmpty else { return ([], false) }
        if let known = remembered[cell] { return known }
        var found: Set<ThemeID> = []
        var hasUnknown = false
        for item in cell.unicodeScalars.split(whereSeparator: Self.isBetweenItems) {
            let word = Fold.caseless(CellText.cleaned(String(item)))
            guard !word.isEmpty else { continue }
            if let theme = themes[caseless: word] {
                found.insert(theme)
            } else {
                hasUnknown = true
            }
        }
        let result = (found.sorted(), hasUnknown)
        if remembered.count < Self.mostRemembered { remembered[cell] = result }
        return result
    }

    private static func isBetweenItems(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", ";", "|", "/", "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
