import SourceText
import Wording

/// Reads the register files row by row, gathering what is wrong.
struct RegisterReader {
    private let files: [String: String]
    private let folder: String
    private(set) var diagnostics = Diagnostics()
    private var lines: [String: [String: Int]] = [:]

    init(files: [String: String], folder: String) {
        self.files = files
        self.folder = folder
    }

    /// The file as people know it, for messages.
    private func path(_ file: String) -> String {
        folder.isEmpty ? file : "\(folder)/\(file)"
    }

    mutating func counties() -> [County] {
        let columns = ["county_code", "iso_3166_2", "letter_code", "name_sv", "name_en", "seat", "municipality_count"]
        let read =
            rows("counties.csv", columns) { row, reader in
                guard let code = reader.code(row, "county_code", digits: 2), let name = reader.label(row),
                    let count = reader.integer(row, "municipality_count", 1...290)
                else { return nil }
                return County(
                    code: CountyCode(code), isoCode: row["iso_3166_2"], letterCode: row["letter_code"], name: name,
                    seat: row["seat"], municipalityCount: count)
            } as [County]
        expect(read.count, 21, "counties", in: "counties.csv")
        return read
    }

    mutating func municipalities() -> [Municipality] {
        let columns = [
            "municipality_code", "name_sv", "full_name_sv", "brand_name_sv", "county_code", "population_2015",
            "population_2016", "skl_group_2011", "skl_group_2011_name_sv",
        ]
        let read =
            rows("municipalities.csv", columns) { row, reader in
                guard let code = reader.code(row, "municipality_code", digits: 4),
                    let county = reader.code(row, "county_code", digits: 2, isKey: false),
                    let name = reader.text(row, "name_sv"), let fullName = reader.text(row, "full_name_sv"),
                    let before = reader.integer(row, "population_2015", 1...10_000_000),
                    let after = reader.integer(row, "population_2016", 1...10_000_000),
                    let group = reader.integer(row, "skl_group_2011", 1...10)
                else { return nil }
                if !code.hasPrefix(county) {
                    reader.add(
                        row.error(
                            "The municipality code \(code) does not begin with the county code \(county).",
                            advice: "The first two digits of a municipality's code are its county's."))
                }
                return Municipality(
                    code: MunicipalityCode(code), name: name, fullName: fullName,
                    brandName: row["brand_name_sv"].isEmpty ? nil : row["brand_name_sv"], county: CountyCode(county),
                    population2015: before, population2016: after, sklGroup: group,
                    sklGroupName: row["skl_group_2011_name_sv"])
            } as [Municipality]
        expect(read.count, 290, "municipalities", in: "municipalities.csv")
        return read
    }

    mutating func countyCouncils() -> [CountyCouncil] {
        let columns = [
            "council_id", "county_code", "name_2016", "kind_2016", "counts_among_20", "municipality_code",
            "current_name", "region_since", "aliases",
        ]
        let read =
            rows("county_councils.csv", columns) { row, reader in
                guard let id = reader.key(row, "council_id"),
                    let county = reader.code(row, "county_code", digits: 2, isKey: false),
                    let name = reader.text(row, "name_2016"),
                    let kind = reader.choice(row, "kind_2016", of: CountyCouncil.Kind.self),
                    let counts = reader.integer(row, "counts_among_20", 0...1),
                    let currentName = reader.text(row, "current_name"),
                    let since = reader.integer(row, "region_since", 1990...2100)
                else { return nil }
                let municipality = row["municipality_code"]
                return CountyCouncil(
                    id: CountyCouncilID(id), county: CountyCode(county), name: name, kind: kind,
                    countsAmongTwenty: counts == 1, municipality: municipality.isEmpty ? nil : .init(municipality),
                    currentName: currentName, regionSince: since, aliases: reader.parts(row["aliases"]))
            } as [CountyCouncil]
        expect(read.count(where: \.countsAmongTwenty), 20, "councils that count", in: "county_councils.csv")
        return read
    }

    mutating func organisationTypes() -> [OrganisationType] {
        let columns = ["organisation_type", "label_sv", "label_en", "sector", "role_in_mandate"]
        return rows("organisation_types.csv", columns) { row, reader in
            guard let id = reader.key(row, "organisation_type"), let label = reader.label(row, "label"),
                let sector = reader.choice(row, "sector", of: Sector.self),
                let role = reader.choice(row, "role_in_mandate", of: MandateRole.self)
            else { return nil }
            return OrganisationType(id: OrganisationTypeID(id), label: label, sector: sector, role: role)
        }
    }

    mutating func agencies() -> [Agency] {
        let columns = [
            "agency_id", "name_sv", "short_name_sv", "later_name_sv", "name_en", "abbreviation", "organisation_type",
            "role_in_mandate", "county_code",
        ]
        return rows("agencies.csv", columns) { row, reader in
            guard let id = reader.key(row, "agency_id"), let name = reader.label(row),
                let shortName = reader.text(row, "short_name_sv"), let type = reader.text(row, "organisation_type"),
                let role = reader.choice(row, "role_in_mandate", of: MandateRole.self)
            else { return nil }
            return Agency(
                id: AgencyID(id), name: name, shortName: shortName,
                laterName: row["later_name_sv"].isEmpty ? nil : row["later_name_sv"],
                abbreviations: row["abbreviation"].split(separator: "/").map(String.init),
                type: OrganisationTypeID(type), role: role,
                county: row["county_code"].isEmpty ? nil : CountyCode(row["county_code"]))
        }
    }

    mutating func themes() -> [Theme] {
        let columns = ["theme_id", "kind", "label_sv", "label_en", "mandate_wording_sv", "aliases_sv"]
        return rows("themes.csv", columns) { row, reader in
            guard let id = reader.key(row, "theme_id"), let label = reader.label(row, "label"),
                let kind = reader.choice(row, "kind", of: Theme.Kind.self),
                let wording = reader.text(row, "mandate_wording_sv")
            else { return nil }
            return Theme(
                id: ThemeID(id), kind: kind, label: label, mandateWording: wording,
                aliases: reader.parts(row["aliases_sv"]))
        }
    }
}

// MARK: - Cells

extension RegisterReader {
    private mutating func rows<Item>(
        _ file: String, _ columns: [String], _ read: (DelimitedTable.Row, inout RegisterReader) -> Item?
    ) -> [Item] {
        guard let text = files[file] else {
            diagnostics.add(
                Diagnostic(
                    file: path(file), "The file is missing.", advice: "Put it in the workspace's seeds/registers."))
            return []
        }
        let table = DelimitedTable(text, file: path(file), columns: columns, into: &diagnostics)
        var items: [Item] = []
        for row in table.rows {
            guard let item = read(row, &self) else { continue }
            items.append(item)
        }
        return items
    }

    private mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.add(diagnostic)
    }

    private mutating func text(_ row: DelimitedTable.Row, _ column: String) -> String? {
        row.required(column, into: &diagnostics)
    }

    /// A key of its file: not empty, and met for the first time.
    private mutating func key(_ row: DelimitedTable.Row, _ column: String) -> String? {
        guard let key = text(row, column) else { return nil }
        if let earlier = lines[row.file]?[key] {
            add(row.error("\(column) \(key) stands on line \(earlier) too.", advice: "Keep one of the rows."))
            return nil
        }
        lines[row.file, default: [:]][key] = row.line
        return key
    }

    private mutating func code(
        _ row: DelimitedTable.Row, _ column: String, digits: Int, isKey: Bool = true
    ) -> String? {
        guard let code = isKey ? key(row, column) : text(row, column) else { return nil }
        guard code.utf8.count == digits, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
            add(
                row.error(
                    "\(column) is \"\(code)\".",
                    advice: "Write \(digits) digits; a leading zero must stay (spreadsheets drop it)."))
            return nil
        }
        return code
    }

    private mutating func integer(
        _ row: DelimitedTable.Row, _ column: String, _ range: ClosedRange<Int>
    ) -> Int? {
        guard let text = text(row, column) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            add(
                row.error(
                    "\(column) is \"\(text)\".",
                    advice: "Write a whole number from \(range.lowerBound) to \(range.upperBound)."))
            return nil
        }
        return number
    }

    private mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ row: DelimitedTable.Row, _ column: String, of type: Choice.Type
    ) -> Choice? where Choice.RawValue == String {
        guard let text = text(row, column) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        add(row.error("\(column) is \"\(text)\".", advice: Spelling.advice(for: text, known: known)))
        return nil
    }

    private mutating func label(_ row: DelimitedTable.Row, _ column: String = "name") -> LocalizedText? {
        guard let swedish = text(row, column + "_sv"), let english = text(row, column + "_en") else { return nil }
        return LocalizedText(swedish, english)
    }

    private func parts(_ cell: String) -> [String] {
        cell.split(separator: "|").map(String.init)
    }

    private mutating func expect(_ found: Int, _ wanted: Int, _ what: String, in file: String) {
        guard files[file] != nil, found != wanted else { return }
        diagnostics.add(
            Diagnostic(
                file: path(file), line: 1, "There are \(found) \(what) that can be read, and there must be \(wanted).",
                advice: "Look for missing, doubled or mistaken rows."))
    }

    /// The line of a key that was read.
    func line(of key: String, in file: String) -> Int? { lines[path(file)]?[key] }

    mutating func add(_ file: String, _ key: String, _ message: String, advice: String? = nil) {
        diagnostics.add(Diagnostic(file: path(file), line: line(of: key, in: file), message, advice: advice))
    }
}
