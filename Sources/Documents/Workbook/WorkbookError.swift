public import Wording

/// Why a workbook could not be read.
public enum WorkbookError: Error, Sendable, Hashable {
    /// Not a zip archive at all.
    case notAWorkbook
    /// The old binary format, or a workbook that a password protects: both look alike from outside.
    case oldFormatOrPassword
    /// The archive or one of its parts is damaged.
    case damaged(part: String)
    case missing(part: String)
    /// A document type declaration, which no workbook needs and which can pull in other files.
    case documentType(part: String)
    /// A part is encrypted in the archive.
    case encrypted
    case tooManyParts(limit: Int)
    case tooManySheets(limit: Int)
    /// More texts that cells share than the limit.
    case tooManyTexts(limit: Int)
    /// More bytes than the limit when unpacked.
    case tooLarge(part: String, limitInBytes: Int)
    /// Packed tighter than any list: a zip bomb.
    case packedTooTightly(part: String, limit: Int)
    case tooManyRows(sheet: String, limit: Int)
    case tooManyColumns(sheet: String, row: Int, limit: Int)
    case tooManyCells(sheet: String, row: Int, limit: Int)
}

extension WorkbookError: ToldFailure {
    public var words: LocalizedText {
        switch self {
        case .notAWorkbook:
            LocalizedText(
                "Filen är ingen Excelarbetsbok. Spara listan som .xlsx eller .csv.",
                "The file is not an Excel workbook. Save the list as .xlsx or .csv.")
        case .oldFormatOrPassword:
            LocalizedText(
                "Arbetsboken har det gamla formatet .xls eller är skyddad med lösenord. Spara den som .xlsx utan lösenord.",
                "The workbook is in the old .xls format or protected by a password. Save it as .xlsx without a password."
            )
        case .damaged(let part):
            LocalizedText(
                "Arbetsboken är skadad (\(part)). Öppna den i ett kalkylprogram och spara den på nytt.",
                "The workbook is damaged (\(part)). Open it in a spreadsheet program and save it anew.")
        case .missing(let part):
            LocalizedText(
                "Arbetsboken saknar \(part). Öppna den i ett kalkylprogram och spara den på nytt.",
                "The workbook lacks \(part). Open it in a spreadsheet program and save it anew.")
        case .documentType(let part):
            LocalizedText(
                "Arbetsboken anger en dokumenttyp (\(part)), vilket arbetsböcker inte gör. Spara den på nytt som .xlsx.",
                "The workbook declares a document type (\(part)), which workbooks do not. Save it anew as .xlsx.")
        case .encrypted:
            LocalizedText(
                "Arbetsboken är krypterad. Spara den som .xlsx utan lösenord.",
                "The workbook is encrypted. Save it as .xlsx without a password.")
        case .tooManySheets(let limit):
            LocalizedText(
                "Arbetsboken har fler än \(limit) blad. Spara bladet med listan som en egen arbetsbok.",
                "The workbook has more than \(limit) sheets. Save the sheet with the list as a workbook of its own.")
        case .tooManyTexts(let limit):
            LocalizedText(
                "Arbetsboken har fler än \(limit) texter. Dela listan.",
                "The workbook has more than \(limit) texts. Divide the list.")
        case .tooManyParts(let limit):
            LocalizedText(
                "Arbetsboken har fler än \(limit) delar. Spara bladet med listan som en egen arbetsbok.",
                "The workbook has more than \(limit) parts. Save the sheet with the list as a workbook of its own.")
        case .tooLarge(let part, let limit):
            LocalizedText(
                "Arbetsboken är större än \(limit >> 20) MiB uppackad (\(part)). Dela listan.",
                "The workbook is larger than \(limit >> 20) MiB when unpacked (\(part)). Divide the list.")
        case .packedTooTightly(let part, let limit):
            LocalizedText(
                "Arbetsboken är packad mer än \(limit) gånger (\(part)), vilket listor aldrig är. Spara listan som .csv.",
                "The workbook is packed more than \(limit) times (\(part)), as lists never are. Save the list as .csv.")
        case .tooManyRows(let sheet, let limit):
            LocalizedText(
                "Bladet ”\(sheet)” har fler än \(limit) rader. Dela listan.",
                "The sheet \"\(sheet)\" has more than \(limit) rows. Divide the list.")
        case .tooManyColumns(let sheet, let row, let limit):
            LocalizedText(
                "Rad \(row) i bladet ”\(sheet)” går längre än kolumn \(limit). Ta bort det som står till höger om listan.",
                "Row \(row) of the sheet \"\(sheet)\" goes beyond column \(limit). Delete what is to the right of the list."
            )
        case .tooManyCells(let sheet, let row, let limit):
            LocalizedText(
                "Vid rad \(row) har bladet ”\(sheet)” fler än \(limit) celler. Ta bort det som inte är listan.",
                "At row \(row) the sheet \"\(sheet)\" has more than \(limit) cells. Delete what is not the list.")
        }
    }
}
