public import Wording

/// Why a spreadsheet was not written. What stood at the path stands there still.
public enum SpreadsheetError: Error, Sendable, Hashable {
    /// Excel opens no workbook without a sheet.
    case noSheets
    /// Empty, longer than 31 characters, or with a character that Excel takes in no name.
    case sheetName(String)
    case sheetNameTwice(String)
    case tooManyRows(sheet: String, limit: Int)
    case tooManyColumns(sheet: String, row: Int, limit: Int)
    case textTooLong(sheet: String, row: Int, column: Int, limit: Int)
    /// Not finite.
    case notANumber(sheet: String, row: Int, column: Int)
    case cannotWrite(path: String, reason: String)
}

extension SpreadsheetError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .noSheets:
            LocalizedText(
                "Arbetsboken har inget blad. Ange minst ett.", "The workbook has no sheet. Give at least one.")
        case .sheetName(let name):
            LocalizedText(
                "Bladet kan inte heta ”\(name)”. Ange 1–31 tecken utan [ ] : * ? / \\ och utan apostrof först eller sist.",
                "A sheet cannot be named \"\(name)\". Give 1–31 characters without [ ] : * ? / \\ and without an apostrophe first or last."
            )
        case .sheetNameTwice(let name):
            LocalizedText(
                "Två blad heter ”\(name)”. Ge dem olika namn; stora och små bokstäver räknas som samma.",
                "Two sheets are named \"\(name)\". Name them differently; capitals count as small letters.")
        case .tooManyRows(let sheet, let limit):
            LocalizedText(
                "Bladet ”\(sheet)” får fler än \(limit) rader, som är Excels gräns. Dela listan eller skriv .csv.",
                "The sheet \"\(sheet)\" gets more than \(limit) rows, Excel's limit. Divide the list or write .csv.")
        case .tooManyColumns(let sheet, let row, let limit):
            LocalizedText(
                "Rad \(row) i bladet ”\(sheet)” får fler än \(limit) kolumner, som är Excels gräns. Dela listan.",
                "Row \(row) of the sheet \"\(sheet)\" gets more than \(limit) columns, Excel's limit. Divide the list.")
        case .textTooLong(let sheet, let row, let column, let limit):
            LocalizedText(
                "Texten i rad \(row), kolumn \(column) i bladet ”\(sheet)” är längre än \(limit) tecken, som är Excels gräns. Skriv .csv i stället.",
                "The text in row \(row), column \(column) of the sheet \"\(sheet)\" is longer than \(limit) characters, Excel's limit. Write .csv instead."
            )
        case .notANumber(let sheet, let row, let column):
            LocalizedText(
                "Talet i rad \(row), kolumn \(column) i bladet ”\(sheet)” är inte ändligt. Lämna cellen tom.",
                "The number in row \(row), column \(column) of the sheet \"\(sheet)\" is not finite. Leave the cell empty."
            )
        case .cannotWrite(let path, let reason):
            LocalizedText(
                "\(path): filen kan inte skrivas (\(reason)). Ange en annan, i en mapp som finns och har plats.",
                "\(path): the file cannot be written (\(reason)). Name another, in a folder that is there and has room."
            )
        }
    }
}
