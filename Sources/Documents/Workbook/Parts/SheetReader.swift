/// Reads the rows of one sheet.
struct SheetReader {
    let name: String
    let strings: SharedStrings
    let styles: CellStyles
    let uses1904: Bool
    let limits: WorkbookLimits

    /// A cell while it is read.
    fileprivate struct Pending {
        var column: Int
        var type: String
        var style: Int
        var value = ""
        var formula: String?
        var inline = RichText()
        var element = ""
    }

    /// - Parameter cellsLeft: how many rows and cells the workbook may still have.
    func rows(_ archive: ZipArchive, part: String, cellsLeft: inout Int) throws(WorkbookError) -> [Sheet.Row] {
        let xml = try XMLPart(archive.part(part))
        var rows: [Sheet.Row] = []
        var cells: [SheetCell] = []
        var number = 0
        var column = 0
        var pending: Pending?
        while let event = try xml.next() {
            switch event {
            case .start("row"):
                number = try rowNumber(xml.attribute("r"), after: number, part)
                try count(1, number, &cellsLeft)
                cells = []
                column = 0
                if xml.isEmptyElement { rows.append(Sheet.Row(number: number, cells: [])) }
            case .end("row"):
                rows.append(Sheet.Row(number: number, cells: cells))
            case .start("c"):
                column = try columnNumber(xml.attribute("r"), after: column, row: number, part)
                try count(1, number, &cellsLeft)
                let cell = Pending(
                    column: column, type: xml.attribute("t") ?? "n", style: xml.attribute("s").flatMap { Int($0) } ?? 0)
                pending = xml.isEmptyElement ? nil : cell
            case .end("c"):
                if let cell = pending { try add(content(of: cell), at: cell.column, number, &cells, &cellsLeft) }
                pending = nil
            case .end("sheetData"):
                return rows
            default:
                pending?.take(event, isEmpty: xml.isEmptyElement)
            }
        }
        return rows
    }

    private func add(
        _ content: SheetCell, at column: Int, _ row: Int, _ cells: inout [SheetCell], _ cellsLeft: inout Int
    ) throws(WorkbookError) {
        guard content != .empty else { return }
        guard column <= limits.columns else { throw .tooManyColumns(sheet: name, row: row, limit: limits.columns) }
        // The cell itself has been counted.
        try count(column - cells.count - 1, row, &cellsLeft)
        while cells.count < column - 1 { cells.append(.empty) }
        cells.append(content)
    }

    private func count(_ cells: Int, _ row: Int, _ cellsLeft: inout Int) throws(WorkbookError) {
        cellsLeft -= cells
        guard cellsLeft >= 0 else { throw .tooManyCells(sheet: name, row: row, limit: limits.cells) }
    }

    private func content(of cell: Pending) -> SheetCell {
        if let formula = cell.formula { return .formula(ControlEscapes.decoded(formula)) }
        switch cell.type {
        case "s":
            let text = Int(cell.value).flatMap { strings[$0] } ?? ""
            return text.isEmpty ? .empty : .text(text)
        case "inlineStr":
            return cell.inline.text.isEmpty ? .empty : .text(ControlEscapes.decoded(cell.inline.text))
        case "str": return cell.value.isEmpty ? .empty : .text(ControlEscapes.decoded(cell.value))
        case "b": return .boolean(cell.value == "1")
        case "e": return .error(cell.value)
        case "d": return .date(cell.value)
        default: return number(cell)
        }
    }

    private func number(_ cell: Pending) -> SheetCell {
        guard !cell.value.isEmpty else { return .empty }
        guard let value = Double(cell.value), value.isFinite else { return .text(cell.value) }
        if styles.isDate(style: cell.style), let date = SerialDate.text(value, uses1904: uses1904) {
            return .date(date)
        }
        if value == value.rounded(), value.magnitude < 1e15 { return .number(String(Int64(value))) }
        return .number(cell.value)
    }

    private func rowNumber(_ text: String?, after previous: Int, _ part: String) throws(WorkbookError) -> Int {
        let number = text.map { Int($0) ?? 0 } ?? previous + 1
        guard number > previous else { throw .damaged(part: part) }
        guard number <= limits.rows else { throw .tooManyRows(sheet: name, limit: limits.rows) }
        return number
    }

    /// The column of a reference, `C` of `C12` is 3.
    private func columnNumber(
        _ reference: String?, after previous: Int, row: Int, _ part: String
    ) throws(WorkbookError) -> Int {
        var number = 0
        if let reference {
            for byte in reference.utf8.prefix(while: { (0x41...0x5A).contains($0) }).prefix(5) {
                number = number * 26 + Int(byte - 0x40)
            }
        } else {
            number = previous + 1
        }
        guard number <= 16_384 else { throw .tooManyColumns(sheet: name, row: row, limit: 16_384) }
        guard number > previous else { throw .damaged(part: part) }
        return number
    }
}

extension SheetReader.Pending {
    fileprivate mutating func take(_ event: XMLPart.Event, isEmpty: Bool) {
        inline.take(event, isEmpty: isEmpty)
        switch event {
        case .start(let element):
            self.element = isEmpty ? "" : element
            // A shared formula stands written out in its first cell only; it is a formula all the same.
            if element == "f" { formula = formula ?? "" }
        case .end: element = ""
        case .text(let piece):
            if element == "v" { value += piece }
            if element == "f" { formula = (formula ?? "") + piece }
        }
    }
}
