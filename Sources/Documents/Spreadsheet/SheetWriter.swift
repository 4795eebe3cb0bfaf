import CXLSXWriter

/// How cells look; the workbook owns them.
struct CellFormats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let notice: UnsafeMutablePointer<lxw_format>?
    /// Excel's number format "Text", so that a code keeps its zeros also when somebody edits the cell.
    let text: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        heading = workbook_add_format(book)
        format_set_bold(heading)
        format_set_text_wrap(heading)
        format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        notice = workbook_add_format(book)
        format_set_bold(notice)
        text = workbook_add_format(book)
        format_set_num_format_index(text, 49)
    }
}

/// Fills one sheet that has been checked.
struct SheetWriter {
    private let target: UnsafeMutablePointer<lxw_worksheet>
    private let formats: CellFormats

    /// Excel shows a longer text in a cell of the format "Text" as a row of `#`.
    private static let longestOfTextFormat = 255
    private static let widths = 8.0...60.0

    init(_ target: UnsafeMutablePointer<lxw_worksheet>, _ formats: CellFormats) {
        self.target = target
        self.formats = formats
    }

    func write(_ sheet: Spreadsheet.Sheet, _ note: (lxw_error) -> Void) {
        for (row, notice) in sheet.notices.enumerated() { note(write(notice, row, 0, formats.notice)) }
        let headingRow = sheet.notices.count
        for (column, heading) in sheet.header.enumerated() {
            note(write(heading, headingRow, column, formats.heading))
        }
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() {
                note(write(cell, headingRow + 1 + index, column))
            }
        }
        worksheet_freeze_panes(target, lxw_row_t(headingRow + 1), 0)
        // On paper: A4 on its side, as wide as the list, headings on every page.
        worksheet_set_paper(target, 9)
        worksheet_set_landscape(target)
        worksheet_fit_to_pages(target, 1, 0)
        worksheet_repeat_rows(target, 0, lxw_row_t(headingRow))
        if !sheet.header.isEmpty {
            note(
                worksheet_autofilter(
                    target, lxw_row_t(headingRow), 0, lxw_row_t(headingRow + sheet.rows.count),
                    lxw_col_t(sheet.header.count - 1)))
        }
        // Codes are text on purpose: no warning triangle on each of them.
        worksheet_ignore_errors(target, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
        for (column, width) in Self.columnWidths(sheet).enumerated() {
            note(worksheet_set_column(target, lxw_col_t(column), lxw_col_t(column), width, nil))
        }
    }

    private func write(_ cell: Spreadsheet.Cell, _ row: Int, _ column: Int) -> lxw_error {
        switch cell {
        case .empty: LXW_NO_ERROR
        case .number(let value): worksheet_write_number(target, lxw_row_t(row), lxw_col_t(column), value, nil)
        case .text(let text):
            write(text, row, column, text.utf16.count <= Self.longestOfTextFormat ? formats.text : nil)
        }
    }

    private func write(
        _ text: String, _ row: Int, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        guard !text.isEmpty else { return LXW_NO_ERROR }
        return worksheet_write_string(target, lxw_row_t(row), lxw_col_t(column), CellEscape.escaped(text), format)
    }

    /// In characters of the body's type: the longest line of the column with some air, within bounds. A heading has
    /// the filter's button beside it.
    private static func columnWidths(_ sheet: Spreadsheet.Sheet) -> [Double] {
        var lengths = sheet.header.map { $0.count + 4 }
        for row in sheet.rows {
            for (column, cell) in row.enumerated() {
                let length = length(of: cell) + 2
                if column < lengths.count {
                    lengths[column] = max(lengths[column], length)
                } else {
                    lengths.append(length)
                }
            }
        }
        return lengths.map { min(max(Double($0), widths.lowerBound), widths.upperBound) }
    }

    private static func length(of cell: Spreadsheet.Cell) -> Int {
        switch cell {
        case .empty: 0
        case .number(let value): "\(value)".count
        case .text(let text): text.split(separator: "\n").map(\.count).max() ?? 0
        }
    }
}
