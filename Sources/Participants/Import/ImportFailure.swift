public import Wording

/// Why a file could not be read as a list at all. Never carries what stands in its cells: without a header nobody knows
/// which of them are about people. Only words that look like headings are told: ``HeadingCandidate``.
public enum ImportFailure: Error, Sendable, Hashable {
    case empty
    /// None of the first ten records names an e-mail column and one more. The record at `line` has most cells.
    /// `candidate` is there only where a record looks like headings and like nothing about a person.
    case noHeader(line: Int, cells: Int, candidate: HeadingCandidate? = nil)
    /// The workbook has no visible sheet.
    case noVisibleSheet
}

extension ImportFailure: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .empty:
            LocalizedText(
                "Filen är tom. Spara listan igen och läs in den nya filen.",
                "The file is empty. Save the list again and import the new file.")
        case .noVisibleSheet:
            LocalizedText(
                "Arbetsboken har inget synligt blad. Visa bladet med listan och spara.",
                "The workbook has no visible sheet. Show the sheet with the list and save it.")
        case .noHeader(_, _, let candidate?):
            LocalizedText(
                "Ingen rubrikrad kändes igen. En ska ha rubriken \(Self.email) och minst en av \(Self.others). Rad "
                    + "\(candidate.line) ser ut att vara rubriker: "
                    + "\(candidate.headings.map { "”\($0)”" }.joined(separator: ", ")).",
                "No header was recognised. One must have the heading \(Self.email) and at least one of \(Self.others). "
                    + "Line \(candidate.line) looks like headings: "
                    + "\(candidate.headings.map { "\"\($0)\"" }.joined(separator: ", ")).")
        case .noHeader(let line, let cells, nil):
            LocalizedText(
                "Ingen rubrikrad hittades. Bland de tio första raderna ska en ha rubriken \(Self.email) och minst en av "
                    + "\(Self.others). Mest står på rad \(line), som har \(cells) \(cells == 1 ? "cell" : "celler"). "
                    + "Skriv rubrikerna överst i listan och spara.",
                "No header was recognised. Among the first ten lines one must have the heading \(Self.email) and at "
                    + "least one of \(Self.others). Line \(line) has most: \(cells) \(cells == 1 ? "cell" : "cells"). "
                    + "Write the headings above the list and save it.")
        }
    }

    private static let email = ImportField.email.headerWords.first ?? ""

    private static let others = ImportField.allCases.filter { $0 != .email }.compactMap(\.headerWords.first)
        .joined(separator: ", ")
}
