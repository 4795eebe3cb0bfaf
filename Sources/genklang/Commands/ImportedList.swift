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
    /// Headings of the columns that were not read and are stored nowhere.
    var droppedColumns: [String]
    let counts: ImportCounts
    let rememberedOptions: String?

    private enum CodingKeys: CodingKey {
        case file, id, isRepeated, kept, merged, rejected, skipped, newPeople, rejectedLines, warnings, warningLines,
            conflictingLines, cancelledPeople, registeredAgain, cancelledLines, statusConflictLines, rememberedColumns,
            isRemembered, comparison, settledLines, erasedLines, droppedColumns
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
        droppedColumns = outcome.droppedColumns
        self.counts = counts
        for record in outcome.records {
            if case .rejected(let reason) = record.verdict { rejectedLines[String(record.line)] = reason.rawValue }
            if !record.warnings.isEmpty { warningLines[String(record.line)] = record.warnings.names }
        }
    }
}
