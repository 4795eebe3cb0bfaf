import Operations
import Participants
import Registers
import Storage
import Wording

/// What `participants import` says of one file, to people and to programs.
struct ImportedList: Encodable {
    var file: String
    /// The import in the store; `nil` where the file was only read.
    var id: String?
    var isRepeated = false
    var kept: Int
    var merged: Int
    var rejected: Int
    var skipped: Int
    /// `nil` where the file was only read and not compared with the store.
    var newPeople: Int?
    /// Reasons by line.
    var rejectedLines: [String: String] = [:]
    /// How many records have each warning.
    var warnings: [String: Int]
    /// Warnings by line.
    var warningLines: [String: [String]] = [:]
    /// Lines whose address is stored for somebody with another name.
    var conflictingLines: [Int] = []
    /// How many people became cancelled, and registered again.
    var cancelledPeople = 0
    var registeredAgain = 0
    /// Rejected lines that were stored as a person's status: nobody has to correct them.
    var cancelledLines: [Int] = []
    /// Lines that cancel somebody who has attended, stayed away or speaks.
    var statusConflictLines: [Int] = []
    /// What was said before that the headings mean, by field; `nil` where nothing was used.
    var rememberedColumns: [String: String]?
    /// What `--column` said is remembered for the next file of the source.
    var isRemembered = false
    /// `nil` where nobody was stored for the conference, or the list was only read.
    var comparison: ComparedList?
    /// Lines with a conflict about their address that was decided before.
    var settledLines: [Int] = []
    /// Lines with the address of an erased person: nobody was stored.
    var erasedLines: [Int] = []
    /// The records in words, for people.
    private let summary: String
    private let rememberedOptions: String?

    private enum CodingKeys: CodingKey {
        case file, id, isRepeated, kept, merged, rejected, skipped, newPeople, rejectedLines, warnings, warningLines,
            conflictingLines, cancelledPeople, registeredAgain, cancelledLines, statusConflictLines, rememberedColumns,
            isRemembered, comparison, settledLines, erasedLines
    }

    var needsPerson: Bool {
        !conflictingLines.isEmpty || !Set(rejectedLines.keys).isSubset(of: cancelledLines.map(String.init))
    }

    init(_ report: ImportReport, _ list: ReadList) {
        self.init(list)
        cancelledPeople = report.people.cancelled
        registeredAgain = report.people.registeredAgain
        cancelledLines = report.people.cancelledLines
        statusConflictLines = report.people.statusConflictLines
        id = report.id.rawValue
        isRepeated = report.isRepeated
        newPeople = report.people.new
        settledLines = report.settledLines
        erasedLines = report.people.erasedLines
        conflictingLines = report.people.conflictingLines.filter { !settledLines.contains($0) }
        for line in settledLines { rejectedLines[String(line)] = nil }
    }

    /// A file that was read and not imported.
    init(_ list: ReadList) {
        let outcome = list.outcome
        let counts = outcome.counts
        file = list.path
        rememberedColumns = list.remembered.map { names in
            Dictionary(names.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
        }
        rememberedOptions = list.remembered.map(ColumnName.options)
        kept = counts.kept
        merged = counts.mergedTotal
        rejected = counts.rejectedTotal
        skipped = counts.skippedTotal
        warnings = counts.warnings
        summary = counts.inWords
        for record in outcome.records {
            if case .rejected(let reason) = record.verdict { rejectedLines[String(record.line)] = reason.rawValue }
            if !record.warnings.isEmpty { warningLines[String(record.line)] = record.warnings.names }
        }
    }

    /// What people read of it.
    var lines: [String] {
        var lines = ["\(file): \(summary)"]
        if isRepeated {
            lines.append(
                say("  Filen var redan inläst; inget ändrades.", "  The file was imported before; nothing changed."))
        }
        if let rememberedOptions {
            lines.append(
                say(
                    "  Rubrikerna tolkades som förra gången: \(rememberedOptions)",
                    "  The headings were read as the last time: \(rememberedOptions)"))
        }
        if isRemembered {
            lines.append(
                say(
                    "  Rubrikerna används för nästa fil med samma rubrikrad; se genklang participants headings.",
                    "  The headings are used for the next file with the same header; see genklang participants headings."
                ))
        }
        let statuses = Set(cancelledLines)
        for (line, reason) in rejectedLines.compactMap({ line, reason in Int(line).map { ($0, reason) } }).sorted(
            by: { $0.0 < $1.0 }) where !statuses.contains(line)
        {
            lines.append(say("  rad \(line): \(reason)", "  line \(line): \(reason)"))
        }
        if !warnings.isEmpty {
            let kinds = warnings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            lines.append(say("  varningar: \(kinds) (rader med --json)", "  warnings: \(kinds) (lines with --json)"))
        }
        if cancelledPeople + registeredAgain + cancelledLines.count > 0 {
            lines.append(
                say(
                    "  avbokade i lagret: \(cancelledPeople) (rader i filen \(cancelledLines.count)), anmälda igen: "
                        + "\(registeredAgain)",
                    "  cancelled in the store: \(cancelledPeople) (lines of the file \(cancelledLines.count)), registered "
                        + "again: \(registeredAgain)"))
        }
        if !statusConflictLines.isEmpty {
            let numbers = statusConflictLines.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "  Raden avbokar någon som deltog, uteblev eller talar; avgör själv: rad \(numbers)",
                    "  The line cancels somebody who attended, did not come or speaks; decide yourself: line \(numbers)"
                ))
        }
        if !conflictingLines.isEmpty {
            let numbers = conflictingLines.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "  Adressen tillhör redan någon med ett annat namn; avgör själv: rad \(numbers)",
                    "  The address belongs to somebody with another name; decide yourself: line \(numbers)"))
        }
        if !erasedLines.isEmpty {
            let numbers = erasedLines.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "  Adressen är en raderad persons; ingen lagrades: rad \(numbers)",
                    "  The address is an erased person's; nobody was stored: line \(numbers)"))
        }
        if !settledLines.isEmpty {
            let numbers = settledLines.map(String.init).joined(separator: ", ")
            lines.append(
                say("  Avgjort sedan tidigare: rad \(numbers)", "  Decided before: line \(numbers)"))
        }
        if !conflictingLines.isEmpty || rejectedLines.values.contains(RejectionReason.emailConflictName.rawValue) {
            lines.append(
                say(
                    "  Avgör vems adressen är: genklang participants review",
                    "  Decide whose the address is: genklang participants review"))
        }
        if needsPerson, let id {
            lines.append(
                say(
                    "  Rätta raderna: genklang participants rejected \(id) --output avvisade.csv",
                    "  Correct the rows: genklang participants rejected \(id) --output rejected.csv"))
        }
        return lines
    }
}
