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
    case tooManyParts(limit: Int)
    /// More bytes than the limit when unpacked.
    case tooLarge(part: String, limitInBytes: Int)
    /// Packed tighter than any list: a zip bomb.
    case packedTooTightly(part: String, limit: Int)
    case tooManyRows(sheet: String, limit: Int)
    case tooManyColumns(sheet: String, row: Int, limit: Int)
    case tooManyCells(sheet: String, row: Int, limit: Int)
}

extension WorkbookError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAWorkbook:
            "The file is not an Excel workbook. Save the list as .xlsx or .csv."
        case .oldFormatOrPassword:
            "The workbook is in the old .xls format or protected by a password. Save it as .xlsx without a password."
        case .damaged(let part):
            "The workbook is damaged (\(part)). Open it in a spreadsheet program and save it anew."
        case .missing(let part):
            "The workbook lacks \(part). Open it in a spreadsheet program and save it anew."
        case .documentType(let part):
            "The workbook declares a document type (\(part)), which workbooks do not. Save it anew as .xlsx."
        case .tooManyParts(let limit):
            "The workbook has more than \(limit) parts. Save the sheet with the list as a workbook of its own."
        case .tooLarge(let part, let limit):
            "The workbook is larger than \(limit >> 20) MiB when unpacked (\(part)). Divide the list."
        case .packedTooTightly(let part, let limit):
            "The workbook is packed more than \(limit) times (\(part)), as lists never are. Save the list as .csv."
        case .tooManyRows(let sheet, let limit):
            "The sheet \"\(sheet)\" has more than \(limit) rows. Divide the list."
        case .tooManyColumns(let sheet, let row, let limit):
            "Row \(row) of the sheet \"\(sheet)\" goes beyond column \(limit). Delete what is to the right of the list."
        case .tooManyCells(let sheet, let row, let limit):
            "At row \(row) the sheet \"\(sheet)\" has more than \(limit) cells. Delete what is not the list."
        }
    }
}
