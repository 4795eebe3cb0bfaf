import Registers

/// Which cell of a row is about what.
struct ImportColumns: Sendable {
    /// The places of each field's cells; several columns may name one field.
    private let places: [ImportField: [Int]]
    /// The same by the fields' own order, which is looked up for every cell.
    private let ordered: [[Int]]
    private let recognisedCells: [(place: Int, isOneLine: Bool)]
    let header: [String]
    private let caselessHeader: [String]

    /// How many columns are recognised: how sure one can be of a header.
    var recognisedCount: Int { places.values.reduce(0) { $0 + $1.count } }

    let email: [Int]
    let status: [Int]

    /// `nil` unless the cells name an e-mail column and at least one more that is recognised.
    ///
    /// - Parameter named: header words that a person has said mean a field.
    init?(header: [String], named: [ImportField: String] = [:]) {
        var places: [ImportField: [Int]] = [:]
        let own = Dictionary(named.map { (Self.caseless($0.value), $0.key) }) { first, _ in first }
        for (place, cell) in header.enumerated() where !cell.isEmpty {
            guard let field = own[Self.caseless(cell)] ?? ImportField.named(cell) else { continue }
            places[field, default: []].append(place)
        }
        guard places[.email] != nil, places.count > 1 || (places[.email]?.count ?? 0) > 1 else { return nil }
        self.places = places
        ordered = ImportField.allCases.map { places[$0] ?? [] }
        recognisedCells = places.flatMap { field, places in places.map { ($0, field.isOneLine) } }
        self.header = header
        caselessHeader = Self.withoutBlankEnd(header.map(Self.caseless))
        email = places[.email] ?? []
        status = places[.status] ?? []
    }

    /// The raw cells of a field, the first that is not blank.
    func cell(_ field: ImportField, in cells: [String]) -> String {
        Self.cell(ordered[field.order], in: cells)
    }

    static func cell(_ places: [Int], in cells: [String]) -> String {
        for place in places where place < cells.count && !CellText.isBlank(cells[place]) { return cells[place] }
        return ""
    }

    func isHeader(_ cells: [String]) -> Bool {
        guard let place = email.first, place < cells.count, place < caselessHeader.count,
            !cells[place].utf8.contains(UInt8(ascii: "@")), Self.caseless(cells[place]) == caselessHeader[place]
        else { return false }
        return Self.withoutBlankEnd(cells.map(Self.caseless)) == caselessHeader
    }

    /// Whether a row has text beyond the last column of the header.
    func isTooLong(_ cells: [String]) -> Bool {
        cells.count > header.count && cells[header.count...].contains { !CellText.isBlank($0) }
    }

    /// Whether a cell of a recognised column holds what no letter may: line breaks in names and addresses, control
    /// characters anywhere.
    func holdsControls(_ cells: [String]) -> Bool {
        recognisedCells.contains { place, isOneLine in
            guard place < cells.count, !cells[place].isPrintableASCII else { return false }
            return ControlText.isRefused(Mojibake.repaired(cells[place]) ?? cells[place], isOneLine: isOneLine)
        }
    }

    /// The header words by field.
    var words: [ImportField: [String]] {
        places.mapValues { $0.map { CellText.cleaned(header[$0]) } }
    }

    /// The places of all recognised columns, in their order.
    var recognised: [Int] { places.values.flatMap(\.self).sorted() }

    /// A word for each recognised column, in their order, that is known without being told: the column's own, or the
    /// first of its field.
    var knownWords: [String] {
        let fields = Dictionary(places.flatMap { field, places in places.map { ($0, field) } }) { first, _ in first }
        return recognised.compactMap { place in
            guard let field = fields[place] else { return nil }
            let own = CellText.cleaned(header[place])
            return ImportField.named(own) == field ? own : field.headerWords.first
        }
    }

    var droppedWords: [String] {
        let taken = Set(places.values.flatMap(\.self))
        return header.indices.filter { !taken.contains($0) }.map { CellText.cleaned(header[$0]) }.filter { !$0.isEmpty }
    }

    private static func caseless(_ cell: String) -> String {
        Fold.caseless(CellText.cleaned(cell))
    }

    private static func withoutBlankEnd(_ cells: [String]) -> [String] {
        Array(cells[..<((cells.lastIndex { !$0.isEmpty } ?? -1) + 1)])
    }
}
