import Participants
import Registers
import Storage

/// A comparison while the store's people are walked through.
struct ImportComparisonRun {
    private(set) var comparison = ImportComparison()
    private let outcome: ImportOutcome
    private let keeping: PeopleKeeping
    private let listed: ComparedRows
    /// Those of the list who are stored, or are to be stored by nobody.
    private var met: Set<Int> = []
    /// How many of an earlier file's people stand in the store, and how many of them in this list.
    private var peopleOfFiles: [String: Int] = [:]
    private var metOfFiles: [String: Int] = [:]

    init(_ outcome: ImportOutcome, _ keeping: PeopleKeeping, _ listed: ComparedRows) {
        self.outcome = outcome
        self.keeping = keeping
        self.listed = listed
    }

    mutating func meet(_ standing: PersonStanding) {
        if standing.status != nil { comparison.storedBefore += 1 }
        if let fileName = standing.fileName { peopleOfFiles[fileName, default: 0] += 1 }
        let addresses = listed.holders.addressKeys(of: standing.person.emailKey)
        var rows: [CleanParticipant] = []
        var isListed = false
        for address in addresses {
            for row in listed.rows(at: address) {
                let people = listed.people(at: address, standing.person)
                let meaning = listed.meaning(of: row, among: people)
                if let place = row.place { met.insert(place) }
                if meaning == .person(standing.person.id) { rows.append(row.person) }
                guard meaning == .conflict else { continue }
                isListed = true
                if row.place != nil, people.first?.id == standing.person.id {
                    comparison.nameConflicts.append(person(standing, line: row.person.line))
                }
            }
        }
        if !rows.isEmpty {
            isListed = true
            meet(standing, rows.sorted { $0.line < $1.line })
        } else if meetCancellations(standing, addresses) {
            isListed = true
        }
        if isListed {
            if let fileName = standing.fileName { metOfFiles[fileName, default: 0] += 1 }
        } else if let status = standing.status, status != .cancelled, let fileName = standing.fileName {
            comparison.missing.append(
                ImportComparison.MissingPerson(person: person(standing, line: nil), status: status, fileName: fileName))
        }
    }

    /// - Parameter rows: several where the list names the person by several of their addresses.
    private mutating func meet(_ standing: PersonStanding, _ rows: [CleanParticipant]) {
        let one = person(standing, line: rows.first?.line)
        if standing.status == .cancelled { comparison.registeredAgain.append(one) }
        if standing.status == nil { comparison.newHere.append(one) }
        var (stored, chosen) = (standing.person, standing.status.map { _ in standing.themes })
        var differences: [PersonDifference] = []
        for row in rows {
            let filled = keeping.filled(stored, from: row)
            differences += PersonDifference.all(row, stored: stored, filled: filled, chosen: chosen)
            stored = filled
            chosen?.formUnion(row.themes)
        }
        if !differences.isEmpty {
            comparison.changed.append(ImportComparison.ChangedPerson(person: one, differences: differences))
        } else if standing.status != nil, standing.status != .cancelled {
            comparison.unchanged += 1
        }
    }

    /// Returns whether the list may cancel the person.
    private mutating func meetCancellations(_ standing: PersonStanding, _ addresses: [String]) -> Bool {
        let rows = addresses.flatMap { address in
            listed.cancellations(at: address, among: listed.people(at: address, standing.person))
        }
        guard let (row, _) = rows.first(where: { $0.1 == standing.person.id }), let status = standing.status else {
            return rows.contains { $0.1 == nil }
        }
        let one = person(standing, line: row.line)
        switch status {
        case .registered: comparison.cancelled.append(one)
        case .cancelled: comparison.cancelledBefore += 1
        case .attended, .noShow, .speaker:
            comparison.statusConflicts.append(ImportComparison.StatusConflict(person: one, status: status))
        }
        return true
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
