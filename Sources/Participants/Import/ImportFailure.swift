/// Why a file could not be read as a list at all.
public enum ImportFailure: Error, Sendable, Hashable {
    case empty
    /// None of the first ten records names an e-mail column and one more. `found` holds the cells of the record
    /// that has most of them, at `line`.
    case noHeader(line: Int, found: [String])
    /// The workbook has no visible sheet.
    case noVisibleSheet
}

extension ImportFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty:
            "The file is empty. Save the list again and import the new file."
        case .noVisibleSheet:
            "The workbook has no visible sheet. Show the sheet with the list and save it."
        case .noHeader(let line, let found):
            "No header was recognised: among the first ten lines there must be one with a column for e-mail and "
                + "one more. Line \(line) has: \(found.map { "\"\($0)\"" }.joined(separator: ", ")). "
                + "Name the columns as they are called there, for example --column email=\"Kontakt\"."
        }
    }
}
