extension DelimitedText {
    /// One line of a delimited file, without its line break: cells that hold the separator, a quote, a line break
    /// or outer spaces are quoted.
    public static func line(of cells: [String], separator: Character = ",") -> String {
        cells.map { quoted($0, separator: separator) }.joined(separator: String(separator))
    }

    /// A file that Swedish Excel opens by a double click: UTF-8 with a byte order mark, `;`, lines ended by CR LF, and
    /// every cell ``neutralised(_:)``.
    public static func spreadsheet(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { line(of: $0.map(neutralised), separator: ";") + "\r\n" }.joined()
    }

    /// A cell that no spreadsheet calculates: an apostrophe stands before `=`, `+`, `-`, `@`, TAB and CR.
    public static func neutralised(_ cell: String) -> String {
        isCalculated(cell.utf8.first) ? "'" + cell : cell
    }

    /// A cell as it stood before it was ``neutralised(_:)``.
    public static func literal(_ cell: String) -> String {
        guard cell.utf8.first == UInt8(ascii: "'"), isCalculated(cell.utf8.dropFirst().first) else { return cell }
        return String(cell.dropFirst())
    }

    private static func isCalculated(_ first: UInt8?) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }

    static func quoted(_ cell: String, separator: Character) -> String {
        let mark = separator.asciiValue ?? 0x2C
        let isPlain =
            cell.utf8.first != 0x20 && cell.utf8.last != 0x20
            && !cell.utf8.contains { $0 == mark || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard !isPlain else { return cell }
        var result = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { result += "\"" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }
}
