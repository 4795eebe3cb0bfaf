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
    /// Lines with a conflict about their address that was decided before.
    var settledLines: [Int] = []
    /// The records in words, for people.
    private let summary: String

    private enum CodingKeys: CodingKey {
        case file, id, isRepeated, kept, merged, rejected, skipped, newPeople, rejectedLines, warnings, warningLines,
            conflictingLines, settledLines
    }

    var needsPerson: Bool { !rejectedLines.isEmpty || !conflictingLines.isEmpty }

    init(_ report: ImportReport, path: String) {
        self.init(report.outcome, path: path)
        id = report.id.rawValue
        isRepeated = report.isRepeated
        newPeople = report.people.new
        settledLines = report.settledLines
        conflictingLines = report.people.conflictingLines.filter { !settledLines.contains($0) }
        for line in settledLines { rejectedLines[String(line)] = nil }
    }

    /// A file that was read and not imported.
    init(_ outcome: ImportOutcome, path: String) {
        let counts = outcome.counts
        file = path
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
        for (line, reason) in rejectedLines.compactMap({ line, reason in Int(line).map { ($0, reason) } }).sorted(
            by: { $0.0 < $1.0 })
        {
            lines.append(say("  rad \(line): \(reason)", "  line \(line): \(reason)"))
        }
        if !warnings.isEmpty {
            let kinds = warnings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            lines.append(say("  varningar: \(kinds) (rader med --json)", "  warnings: \(kinds) (lines with --json)"))
        }
        if !conflictingLines.isEmpty {
            let numbers = conflictingLines.map(String.init).joined(separator: ", ")
            lines.append(
                say(
                    "  Adressen tillhör redan någon med ett annat namn; avgör själv: rad \(numbers)",
                    "  The address belongs to somebody with another name; decide yourself: line \(numbers)"))
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
