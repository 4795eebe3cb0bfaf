import Participants
import Registers
import Storage

/// A comparison while the store's people are walked through.
struct ImportComparisonRun {
    private(set) var comparison = ImportComparison()
    private let outcome: ImportOutcome
    private let keeping: PeopleKeeping
    private let kept: [String: Int]
    /// Rows that cancel somebody, by address key; several may be one person's.
    private let cancellations: [String: [CancelledRow]]
    /// Those of the list who are stored.
    private var met: Set<Int> = []
    /// How many of an earlier file's people stand in the store, and how many of them in this list.
    private var peopleOfFiles: [String: Int] = [:]
    private var metOfFiles: [String: Int] = [:]

    init(_ outcome: ImportOutcome, _ keeping: PeopleKeeping) {
        self.outcome = outcome
        self.keeping = keeping
        kept = Dictionary(outcome.kept.enumerated().map { ($0.element.email.key, $0.offset) }) { first, _ in first }
        cancellations = Dictionary(grouping: outcome.cancellations, by: \.email.key)
    }

    mutating func meet(_ standing: PersonStanding) {
        if standing.status != nil { comparison.storedBefore += 1 }
        if let fileName = standing.fileName { peopleOfFiles[fileName, default: 0] += 1 }
        let key = standing.person.emailKey
        if let place = kept[key], outcome.kept.indices.contains(place) {
            met.insert(place)
            if let fileName = standing.fileName { metOfFiles[fileName, default: 0] += 1 }
            meet(standing, outcome.kept[place])
        } else if let rows = cancellations[key] {
            if let fileName = standing.fileName { metOfFiles[fileName, default: 0] += 1 }
            meet(standing, cancelledBy: rows)
        } else if let status = standing.status, status != .cancelled, let fileName = standing.fileName {
            comparison.missing.append(
                ImportComparison.MissingPerson(person: person(standing, line: nil), status: status, fileName: fileName))
        }
    }

    private mutating func meet(_ standing: PersonStanding, _ listed: CleanParticipant) {
        guard !listed.isNamedUnlike(standing.person.name) else {
            comparison.nameConflicts.append(person(standing, line: listed.line))
            return
        }
        let one = person(standing, line: listed.line)
        if standing.status == .cancelled { comparison.registeredAgain.append(one) }
        if standing.status == nil { comparison.newHere.append(one) }
        let differences = PersonDifference.all(
            listed, stored: standing.person, filled: keeping.filled(standing.person, from: listed),
            chosen: standing.status.map { _ in standing.themes })
        if !differences.isEmpty {
            comparison.changed.append(ImportComparison.ChangedPerson(person: one, differences: differences))
        } else if standing.status != nil, standing.status != .cancelled {
            comparison.unchanged += 1
        }
    }

    private mutating func meet(_ standing: PersonStanding, cancelledBy rows: [CancelledRow]) {
        guard let row = rows.first(where: { !$0.isNamedUnlike(standing.person.name) }), let status = standing.status
        else { return }
        let one = person(standing, line: row.line)
        switch status {
        case .registered: comparison.cancelled.append(one)
        case .cancelled: comparison.cancelledBefore += 1
        case .attended, .noShow, .speaker:
            comparison.statusConflicts.append(ImportComparison.StatusConflict(person: one, status: status))
        }
    }

    mutating func finish(isRepeated: Bool) {
        comparison.isRepeated = isRepeated
        let new = ImportComparison(
            new: outcome.kept.enumerated().filter { place, person in
                !met.contains(place) && !keeping.erased.contains(person.email.key)
            }.map(\.element))
        comparison.new = new.new
        func isBefore(_ left: ImportComparison.Person, _ right: ImportComparison.Person) -> Bool {
            (left.line ?? 0) < (right.line ?? 0)
        }
        // Whoever came with another list is not missing in this one: it is a newer export of a file when it has most
        // of that file's people.
        comparison.missing.removeAll { missing in
            metOfFiles[missing.fileName, default: 0] * 2 < peopleOfFiles[missing.fileName, default: 0]
        }
        comparison.newHere.sort(by: isBefore)
        comparison.registeredAgain.sort(by: isBefore)
        comparison.changed.sort { isBefore($0.person, $1.person) }
        comparison.cancelled.sort(by: isBefore)
        comparison.statusConflicts.sort { isBefore($0.person, $1.person) }
        comparison.nameConflicts.sort(by: isBefore)
        comparison.missing.sort { ($0.fileName, $0.person.name) < ($1.fileName, $1.person.name) }
    }

    private func person(_ standing: PersonStanding, line: Int?) -> ImportComparison.Person {
        ImportComparison.Person(line: line, participant: standing.person.id, name: standing.person.name)
    }
}
