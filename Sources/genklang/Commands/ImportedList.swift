import Operations
import Participants
import Wording

/// What `participants import` says of one file, to people and to programs.
struct ImportedList: Encodable {
    var file: String
    var isRepeated: Bool
    var kept: Int
    var merged: Int
    var rejected: Int
    var skipped: Int
    var newPeople: Int
    /// Reasons by line.
    var rejectedLines: [String: String] = [:]
    /// How many records have each warning.
    var warnings: [String: Int]
    /// Warnings by line.
    var warningLines: [String: [String]] = [:]
    /// Lines whose address is stored for somebody with another name.
    var conflictingLines: [Int]

    var needsPerson: Bool { rejected > 0 || !conflictingLines.isEmpty }

    init(_ report: ImportReport, path: String) {
        let counts = report.outcome.counts
        file = path
        isRepeated = report.isRepeated
        kept = counts.kept
        merged = counts.mergedTotal
        rejected = counts.rejectedTotal
        skipped = counts.skippedTotal
        newPeople = report.people.new
        warnings = counts.warnings
        conflictingLines = report.people.conflictingLines
        for record in report.outcome.records {
            if case .rejected(let reason) = record.verdict { rejectedLines[String(record.line)] = reason.rawValue }
            if !record.warnings.isEmpty { warningLines[String(record.line)] = record.warnings.names }
        }
    }

    func show(_ report: ImportReport) {
        Terminal.line("\(file): \(report.outcome.counts.inWords)")
        if isRepeated {
            Terminal.line(
                say("  Filen var redan inläst; inget ändrades.", "  The file was imported before; nothing changed."))
        }
        for record in report.outcome.records {
            guard case .rejected(let reason) = record.verdict else { continue }
            Terminal.line(
                say("  rad \(record.line): \(reason.rawValue)", "  line \(record.line): \(reason.rawValue)"))
        }
        if !warnings.isEmpty {
            let kinds = warnings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            Terminal.line(
                say("  varningar: \(kinds) (rader med --json)", "  warnings: \(kinds) (lines with --json)"))
        }
        if !conflictingLines.isEmpty {
            let lines = conflictingLines.map(String.init).joined(separator: ", ")
            Terminal.line(
                say(
                    "  Adressen tillhör redan någon med ett annat namn; avgör själv: rad \(lines)",
                    "  The address belongs to somebody with another name; decide yourself: line \(lines)"))
        }
    }
}
