import Participants
import Registers
import SourceText
public import Storage
public import Wording

/// The rows of an import that stored nobody and wait for a person: those that were rejected, and those whose address
/// was stored already for somebody with another name. A cancellation that became a known person's status does not wait.
public struct RejectedRows: Sendable, Hashable {
    public let file: ImportRecord
    /// In the order of the file.
    public let rows: [ImportLineRecord]

    public init(of file: ImportRecord, _ scope: Scope, in reader: any SQLReading) throws {
        self.file = file
        rows = try ImportRecords.lines(of: file.id, scope, in: reader).filter {
            $0.cells != nil && $0.reason != StoredReason.emailConflictIgnored.rawValue
        }
    }

    /// A file that a person corrects and imports again: for Swedish Excel, with cells that are not calculated.
    ///
    /// First the line in the list and the reason, which an import does not read; then the columns that were read, with
    /// headings that an import knows. A row that had too many cells has them all, beyond the last heading, so that it is
    /// rejected until somebody has made it right.
    public func csv(_ language: Language) -> String {
        DelimitedText.spreadsheet([headings(language)] + cells(language))
    }

    /// The headings of ``cells(_:)``.
    public func headings(_ language: Language) -> [String] {
        let first = [LocalizedText("Rad", "Line")[language], LocalizedText("Orsak", "Reason")[language]]
        return first + file.headings
    }

    /// A row for each that waits.
    public func cells(_ language: Language) -> [[String]] {
        rows.map { row in
            let cells = row.cells ?? []
            // Before surplus cells were kept, nothing else says that the row had too many.
            let isWithout = row.reason == RejectionReason.columnCount.rawValue && cells.count <= file.headings.count
            return [String(row.line), row.reason.map(ImportVocabulary.told)?[language] ?? ""] + cells
                + (isWithout ? [Self.surplus[language]] : [])
        }
    }

    private static let surplus = LocalizedText(
        "Raden hade för många celler: rätta den och ta bort den här cellen",
        "The row had too many cells: correct it and delete this cell")
}
