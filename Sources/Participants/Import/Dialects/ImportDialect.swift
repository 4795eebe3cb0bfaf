/// A way in which lists are written. One file and one line of the catalogue each.
protocol ImportDialect: Sendable {
    /// A word for people and programs.
    var name: String { get }
    /// Whether a file of this kind that says itself that it is one (`sep=;`) needs no comparison with others.
    var isDeclared: Bool { get }
    /// The list in the file; `nil` where no header is found when it is read in this way.
    ///
    /// - Parameter named: header words that a person has said mean a field.
    func table(in source: ImportSource, named: [ImportField: String]) -> ImportTable?
}

extension ImportDialect {
    var isDeclared: Bool { false }
}

/// The catalogue of ways to read a list.
enum ImportDialects {
    static let catalogue: [any ImportDialect] = [
        DeclaredSeparatorDialect(),
        DelimitedDialect(name: "semicolon", separator: UInt8(ascii: ";")),
        DelimitedDialect(name: "comma", separator: UInt8(ascii: ",")),
        DelimitedDialect(name: "tab", separator: 0x09),
        SheetDialect(),
    ]

    /// The table of the dialect that says it is the one, else of the one that recognises most columns, the first
    /// of equals.
    static func table(in source: ImportSource, named: [ImportField: String]) -> ImportTable? {
        var best: ImportTable?
        for dialect in catalogue {
            guard let table = dialect.table(in: source, named: named) else { continue }
            if dialect.isDeclared { return table }
            if table.columns.recognisedCount > best?.columns.recognisedCount ?? 0 { best = table }
        }
        return best
    }
}
