public import Chronology
import Documents
public import Reporting
public import Wording

extension CoverageFacts {
    /// Writes an Excel workbook: a sheet of counties, one of every organisation, and one of conferences where it is
    /// about them all. Each says above its headings what is simulated. Blocks while it writes.
    ///
    /// - Throws: `SpreadsheetError`; the path then holds what it held.
    public func writeWorkbook(to path: String, _ language: Language, at now: Timestamp) throws {
        let tables = CoverageTables(self, language)
        let notices = notice.map { [$0[language]] } ?? []
        var named = [
            (LocalizedText("Län", "Counties"), tables.counties),
            (LocalizedText("Organisationer", "Organisations"), tables.organisations),
        ]
        if let conferences = tables.conferences {
            named.append((LocalizedText("Konferenser", "Conferences"), conferences))
        }
        let sheets = named.map { Spreadsheet.Sheet($1, name: $0[language], notices: notices) }
        try Spreadsheet(title: title[language], created: now, sheets: sheets).write(to: path)
    }
}
