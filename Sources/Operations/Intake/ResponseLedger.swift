import Registers
import Storage
import Surveying

/// The responses of the people in a batch: as the store has them, and as they become.
///
/// Which response counts, and what the tables hold, follow from the rows alone and never from their order of
/// arrival: of a person's counted responses to a survey a complete one counts before a partial one, and among equals
/// the one with the greatest time, source and id.
struct ResponseLedger {
    private let stored: [ResponseKey: ResponseRecord]
    private var rows: [ResponseKey: ResponseRecord]
    private var changedKeys: Set<ResponseKey> = []
    private var changedPeople: Set<Pseudonym> = []
    private var keys: [Pseudonym: Set<ResponseKey>] = [:]

    /// All rows of every person who is about to change must be among these.
    init(_ records: some Sequence<ResponseRecord>) {
        stored = Dictionary(records.map { ($0.key, $0) }) { first, _ in first }
        rows = stored
        for row in stored.values {
            if let pseudonym = row.pseudonym { keys[pseudonym, default: []].insert(row.key) }
        }
    }

    subscript(key: ResponseKey) -> ResponseRecord? { rows[key] }

    /// Puts a row in the place of what its key had.
    mutating func put(_ record: ResponseRecord) {
        if let old = rows[record.key]?.pseudonym {
            changedPeople.insert(old)
            keys[old]?.remove(record.key)
        }
        if let new = record.pseudonym {
            changedPeople.insert(new)
            keys[new, default: []].insert(record.key)
        }
        rows[record.key] = record
        changedKeys.insert(record.key)
    }

    /// Says which responses count, after all rows are put.
    mutating func settle() {
        for person in changedPeople {
            var latest: [SurveyID: ResponseRecord] = [:]
            let own = (keys[person] ?? []).compactMap { rows[$0] }
            for row in own where row.state?.isCounted == true {
                if let best = latest[row.survey], ResponseLedger.counts(best, before: row) { continue }
                latest[row.survey] = row
            }
            for row in own where row.isCounted != (latest[row.survey]?.key == row.key) {
                rows[row.key]?.isCounted.toggle()
                changedKeys.insert(row.key)
            }
        }
    }

    /// A few answers that someone left in the form never take the place of a whole response.
    private static func counts(_ one: ResponseRecord, before other: ResponseRecord) -> Bool {
        if (one.state == .complete) != (other.state == .complete) { return one.state == .complete }
        return (one.submittedAt, one.key) > (other.submittedAt, other.key)
    }

    /// The rows to write, in the order of their keys.
    var changedRows: [ResponseRecord] {
        changedKeys.sorted().compactMap { rows[$0] }.filter { $0 != stored[$0.key] }
    }

    /// What the change of rows means for the paired tables.
    func tableChanges(_ pairings: [ConferenceID: [CountedPairing]]) throws -> TableChanges {
        var before: [Pseudonym: [ResponseRecord]] = [:]
        for row in stored.values where row.isCounted {
            if let person = row.pseudonym, changedPeople.contains(person) { before[person, default: []].append(row) }
        }
        var changes = TableChanges()
        for person in changedPeople {
            let after = (keys[person] ?? []).compactMap { rows[$0] }.filter(\.isCounted)
            try changes.add(before[person] ?? [], times: -1, pairings)
            try changes.add(after, times: 1, pairings)
        }
        return changes
    }
}
