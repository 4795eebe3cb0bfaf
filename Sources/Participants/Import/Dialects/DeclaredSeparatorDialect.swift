import SourceText

/// Text whose first line says `sep=X`, as Excel writes and reads it. The line counts as line 1.
struct DeclaredSeparatorDialect: ImportDialect {
    let name = "declared separator"
    let isDeclared = true

    func table(in source: ImportSource, named: [ImportField: String]) -> ImportTable? {
        guard case .text(let utf8, _) = source, let text = Self.text(utf8) else { return nil }
        return ImportTable(dialect: name, records: DelimitedRows(text.makeIterator()), named: named)
    }

    /// What stands after the first line, divided as that says; `nil` where it says nothing of it.
    static func text(_ utf8: [UInt8]) -> DelimitedText? {
        guard utf8.count > 5,
            utf8[..<4].map({ $0 | 0x20 }) == Array("sep".utf8) + [UInt8(ascii: "=") | 0x20]
        else { return nil }
        let separator = utf8[4]
        let next = utf8[5]
        guard separator < 0x80, separator != UInt8(ascii: "\""), next == 0x0A || next == 0x0D else { return nil }
        let offset = next == 0x0D && utf8.count > 6 && utf8[6] == 0x0A ? 7 : 6
        return DelimitedText(utf8: utf8, separator: separator, from: offset, firstLine: 2)
    }
}
