import Registers

/// Guesses what the unknown words of a header mean, by the words and by what stands below them.
struct HeadingGuesser {
    private(set) var guesses: [ImportField: String] = [:]
    /// Whether a word is known, or addresses stand below a word that can be a heading of theirs.
    let isSure: Bool

    /// Parts of folded headings, the surer first.
    private static let parts: [(field: ImportField, parts: [String])] = [
        (.status, ["status"]), (.seminar, ["semin", "tema", "workshop"]),
        (.municipality, ["kommun", "municipality"]),
        (.organisation, ["organisation", "arbetsgivare", "arbetsplats", "forvaltning", "myndighet", "employer"]),
        (.role, ["roll", "titel", "befattning", "uppdrag", "funktion", "yrke", "role", "title"]),
        (.givenName, ["fornamn", "tilltalsnamn", "first name", "given name"]),
        (.familyName, ["efternamn", "last name", "surname", "family name"]),
        (.name, ["namn", "name", "vem", "deltagare", "person"]),
    ]

    init(_ row: ImportRow, below: [ImportRow], matcher: NameMatcher) {
        let known = row.cells.map(ImportField.named)
        var taken = Set(known.compactMap(\.self))
        var free = row.cells.indices.filter { !row.cells[$0].isEmpty && known[$0] == nil }
        func column(_ place: Int) -> [String] {
            below.compactMap { place < $0.cells.count && !$0.cells[place].isEmpty ? $0.cells[place] : nil }
        }
        /// The free column below which most cells are of a kind, if at least half of them are.
        func fullest(_ isKind: (String) -> Bool) -> Int? {
            let counted = free.map { place in
                let cells = column(place)
                return (place, kind: cells.count(where: isKind), all: cells.count)
            }
            return counted.filter { $0.kind > 0 && $0.kind * 2 >= $0.all }.max { $0.kind < $1.kind }?.0
        }
        var guesses: [ImportField: String] = [:]
        func take(_ place: Int, as field: ImportField) {
            guesses[field] = row.cells[place]
            taken.insert(field)
            free.removeAll { $0 == place }
        }
        let addresses = fullest { if case .address = EmailReading($0) { true } else { false } }
        isSure = !taken.isEmpty || addresses.map { row.cells[$0].first?.isUppercase == true } == true
        if let addresses, !taken.contains(.email) { take(addresses, as: .email) }
        for (field, parts) in Self.parts where !taken.contains(field) {
            let isNamed = taken.contains(.givenName) || taken.contains(.familyName)
            if field == .name, isNamed { continue }
            let place = free.first { place in
                let heading = Fold.folded(row.cells[place])
                return parts.contains { heading.contains($0) }
            }
            if let place { take(place, as: field) }
        }
        if !taken.contains(.municipality),
            let place = fullest({ if case .municipality = matcher.exactMatch($0) { true } else { false } })
        {
            take(place, as: .municipality)
        }
        if taken.isDisjoint(with: [.name, .givenName, .familyName]), let place = fullest(HeadingCandidate.isPersonName)
        {
            take(place, as: .name)
        }
        self.guesses = guesses
    }
}
