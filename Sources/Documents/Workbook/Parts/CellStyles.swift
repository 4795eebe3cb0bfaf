/// Which of a workbook's cell formats show dates or times.
struct CellStyles {
    /// What a number means in each cell format, by its index.
    private var dates: [Bool] = []

    init(_ archive: ZipArchive, _ parts: WorkbookParts) throws(WorkbookError) {
        guard let part = parts.styles, archive.holds(part) else { return }
        let xml = try XMLPart(archive.part(part, isStructure: true))
        var custom: [Int: Bool] = [:]
        var isInCellFormats = false
        while let event = try xml.next() {
            switch event {
            case .start("numFmt"):
                guard let id = xml.attribute("numFmtId").flatMap({ Int($0) }), let code = xml.attribute("formatCode")
                else { continue }
                custom[id] = Self.isDateFormat(code)
            case .start("cellXfs"): isInCellFormats = !xml.isEmptyElement
            case .end("cellXfs"): isInCellFormats = false
            case .start("xf"):
                guard isInCellFormats else { continue }
                let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                dates.append(custom[id] ?? Self.isBuiltInDate(id))
            default: break
            }
        }
    }

    func isDate(style: Int) -> Bool {
        dates.indices.contains(style) && dates[style]
    }

    /// ECMA-376, part 1, 18.8.30, the East Asian ones included.
    private static func isBuiltInDate(_ id: Int) -> Bool {
        (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
    }

    /// Whether a format code has a letter for days, months, years, hours or seconds outside quotes, escapes and
    /// brackets (`[h]` counts, `[Red]` does not).
    static func isDateFormat(_ code: String) -> Bool {
        var rest = code.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"":
                while let inner = rest.popFirst(), inner != "\"" {}
            case "\\", "_", "*":
                _ = rest.popFirst()
            case "[":
                var inside = ""
                while let inner = rest.popFirst(), inner != "]" { inside.unicodeScalars.append(inner) }
                if ["h", "hh", "m", "mm", "s", "ss"].contains(inside.lowercased()) { return true }
            case "y", "Y", "d", "D", "h", "H", "s", "S", "m", "M":
                return true
            case "G", "g":
                // The word General has none of these letters but begins a number's format.
                if rest.starts(with: "eneral".unicodeScalars) { rest = rest.dropFirst(6) }
            default: break
            }
        }
        return false
    }
}
