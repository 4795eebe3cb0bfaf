extension DelimitedText {
    /// One line of a delimited file, without its line break: cells that hold the separator, a quote, a line break
    /// or outer spaces are quoted.
    public static func line(of cells: [String], separator: Character = ",") -> String {
        cells.map { quoted($0, separator: separator) }.joined(separator: String(separator))
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
