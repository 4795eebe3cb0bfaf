import Registers
internal import SourceText

extension ImportOutcome {
    /// The columns of the outcome file, in order.
    public static let columnNames = [
        "line_start", "line_end", "outcome", "reason", "merged_into_line", "email", "name", "municipality_code",
        "county_code", "organisation_type", "role", "theme_ids", "warnings",
    ]

    /// One record's cells, in the order of ``columnNames``. Only kept records carry a person.
    public func cells(of record: RecordOutcome) -> [String] {
        var cells = [String(record.line), String(record.endLine), record.word, record.reason ?? ""]
        switch record.verdict {
        case .kept(let place) where kept.indices.contains(place):
            cells += [""] + personCells(kept[place])
        case .merged(let place, _) where kept.indices.contains(place):
            cells += [String(kept[place].line)] + Array(repeating: "", count: 7)
        default:
            cells += Array(repeating: "", count: 8)
        }
        cells.append(record.warnings.names.joined(separator: "|"))
        return cells
    }

    private func personCells(_ person: CleanParticipant) -> [String] {
        [
            person.email.text, person.name, person.municipality?.rawValue ?? "", person.county?.rawValue ?? "",
            person.organisation.type.rawValue, person.role ?? "",
            person.themes.map(\.rawValue).joined(separator: "|"),
        ]
    }

    /// The outcome of every record as CSV with a header line: UTF-8, commas, LF. Formulas stand as they were
    /// written, so this is a file for programs, not for a spreadsheet.
    public func csv() -> String {
        var text = DelimitedText.line(of: Self.columnNames) + "\n"
        for record in records { text += DelimitedText.line(of: cells(of: record)) + "\n" }
        return text
    }
}
