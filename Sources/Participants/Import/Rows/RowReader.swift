import Registers
import SourceText

/// Reads rows one by one, in the stated order of checks.
struct RowReader: Sendable {
    /// What a row holds before it is compared with others.
    enum Reading: Sendable {
        case skipped(SkipReason)
        case rejected(RejectionReason)
        /// `nil` where the row has no address that can be read: it is nobody's.
        case cancelled(CancelledRow?)
        case person(ImportedPerson)
    }

    private let columns: ImportColumns
    private var places: PlaceReader
    private var seminars: SeminarReader

    private static let cancelledWords: Set<String> = ["avbokad", "avanmäld", "makulerad", "cancelled"]

    init(columns: ImportColumns, places: PlaceReader, seminars: SeminarReader) {
        self.columns = columns
        self.places = places
        self.seminars = seminars
    }

    mutating func read(_ row: ImportRow) -> Reading {
        if row.cells.allSatisfy(CellText.isBlank) { return .skipped(.blank) }
        if columns.isHeader(row.cells) { return .skipped(.repeatedHeader) }
        if columns.isTooLong(row.cells) { return .rejected(.columnCount) }
        if isCancelled(row.cells) { return .cancelled(cancelled(row)) }
        if columns.holdsControls(row.cells) { return .rejected(.controlCharacter) }
        var warnings: ImportWarnings = []
        let emailCell = text(columns.cell(.email, in: row.cells), &warnings, isFormulaChecked: false)
        switch EmailReading(emailCell) {
        case .missing: return .rejected(.emailMissing)
        case .multiple: return .rejected(.emailMultiple)
        case .invalid: return .rejected(.emailInvalid)
        case .address(let email): return .person(person(row, email, warnings))
        }
    }

    private func isCancelled(_ cells: [String]) -> Bool {
        guard !columns.status.isEmpty else { return false }
        let status = ImportColumns.cell(columns.status, in: cells)
        return Self.cancelledWords.contains(Fold.caseless(CellText.cleaned(Mojibake.repaired(status) ?? status)))
    }

    /// Whose cancellation a row is, by the same reading of addresses and names as for those who come.
    private func cancelled(_ row: ImportRow) -> CancelledRow? {
        var warnings: ImportWarnings = []
        guard !columns.holdsControls(row.cells),
            case .address(let email) = EmailReading(
                text(columns.cell(.email, in: row.cells), &warnings, isFormulaChecked: false))
        else { return nil }
        return CancelledRow(line: row.line, email: email, name: name(row.cells, &warnings))
    }

    private mutating func person(
        _ row: ImportRow, _ email: EmailAddress, _ earlier: ImportWarnings
    ) -> ImportedPerson {
        var warnings = earlier
        if email.hasInternationalLocalPart { warnings.insert(.emailNonASCIILocal) }
        let name = name(row.cells, &warnings)
        if name.isEmpty { warnings.insert(.nameMissing) }
        let place = places.place(
            municipality: text(.municipality, row.cells, &warnings),
            code: text(.municipalityCode, row.cells, &warnings),
            organisation: text(.organisation, row.cells, &warnings))
        warnings.formUnion(place.warnings)
        let role = text(.role, row.cells, &warnings)
        _ = text(.status, row.cells, &warnings)
        let seminarCell = columns.cell(.seminar, in: row.cells)
        let seminar = seminars.themes(in: seminarCell.isEmpty ? "" : Mojibake.repaired(seminarCell) ?? seminarCell)
        if !seminarCell.isEmpty { _ = text(seminarCell, &warnings) }
        if seminar.hasUnknown { warnings.insert(.seminarUnknown) }
        return ImportedPerson(
            line: row.line, email: email, name: name, place: place, role: role.isEmpty ? nil : role,
            themes: seminar.themes, warnings: warnings)
    }

    private func name(_ cells: [String], _ warnings: inout ImportWarnings) -> String {
        let given = text(.givenName, cells, &warnings)
        let family = text(.familyName, cells, &warnings)
        let whole = text(.name, cells, &warnings)
        let joined = PersonName.joined(given: given, family: family)
        return joined.isEmpty ? PersonName.turned(whole) : joined
    }

    private func text(_ field: ImportField, _ cells: [String], _ warnings: inout ImportWarnings) -> String {
        text(columns.cell(field, in: cells), &warnings)
    }

    /// A cell repaired and cleaned.
    private func text(
        _ written: String, _ warnings: inout ImportWarnings, isFormulaChecked: Bool = true
    ) -> String {
        guard !written.isEmpty else { return "" }
        let raw = DelimitedText.literal(written)
        let cell: String
        if let repaired = Mojibake.repaired(raw) {
            warnings.insert(.mojibake)
            cell = CellText.cleaned(repaired)
        } else {
            cell = CellText.cleaned(raw)
        }
        if isFormulaChecked, FormulaText.isFormula(cell, raw: raw) { warnings.insert(.formulaCell) }
        return cell
    }
}
