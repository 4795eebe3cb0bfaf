import Registers

/// A record that looks like the header of a list, though its words are not known, and what they may mean.
///
/// A list without a header begins with a person. So a record is shown only where nothing in it looks like an address,
/// a number of a person or a telephone, a person's name, a municipality or something that stands below it, and where
/// addresses stand below one of its words or one of them is known.
public struct HeadingCandidate: Sendable, Hashable {
    public let line: Int
    /// Cleaned, in the order of the columns; blank ones left out.
    public let headings: [String]
    /// What the words that are not known probably mean.
    public let guesses: [ImportField: String]

    private static let longest = 80

    /// - Parameter rows: a list's first records, cleaned. Only the first with more than one cell is looked at.
    init?(_ rows: [ImportRow], _ matcher: NameMatcher) {
        guard let place = rows.prefix(ImportTable.headerRecords).firstIndex(where: { $0.cellCount > 1 }) else {
            return nil
        }
        let row = rows[place]
        let below = Array(rows[(place + 1)...])
        let words = row.cells.filter { !$0.isEmpty }
        guard Set(words.map(Fold.folded)).count == words.count,
            words.allSatisfy({ Self.looksLikeHeading($0, matcher) }), !Self.isRepeated(row, in: below)
        else { return nil }
        let guesser = HeadingGuesser(row, below: below, matcher: matcher)
        guard guesser.isSure else { return nil }
        line = row.line
        headings = words
        guesses = guesser.guesses
    }

    private static func looksLikeHeading(_ cell: String, _ matcher: NameMatcher) -> Bool {
        if ImportField.named(cell) != nil { return true }
        return cell.count <= longest && !cell.contains("@") && cell.utf8.count { (0x30...0x39).contains($0) } < 6
            && !FormulaText.isFormula(cell) && cell.unicodeScalars.allSatisfy(isWritten) && !isPersonName(cell)
            && matcher.exactMatch(cell) == .unmatched
    }

    /// Whether a character is one that headings are written with; those that turn the direction of text are not.
    private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// Two words or more that all begin with a capital and go on with small letters: `Bo Ek`.
    static func isPersonName(_ cell: String) -> Bool {
        let words = cell.split { $0 == " " || $0 == "-" }
        return words.count > 1
            && words.allSatisfy { word in
                word.first?.isUppercase == true && word.dropFirst().allSatisfy { $0.isLowercase }
            }
    }

    /// Whether something in the record stands in its column once more.
    private static func isRepeated(_ row: ImportRow, in below: [ImportRow]) -> Bool {
        row.cells.enumerated().contains { place, cell in
            !cell.isEmpty
                && below.contains { place < $0.cells.count && Fold.folded($0.cells[place]) == Fold.folded(cell) }
        }
    }
}
