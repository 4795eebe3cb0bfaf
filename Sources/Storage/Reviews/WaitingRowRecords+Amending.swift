public import Chronology
import Participants
import Registers

extension WaitingRowRecords {
    /// Adds to what a row did to a person that a decision about it changed them later, so that the import can be taken
    /// back with it. A person who was stored by the row itself goes whole, and nothing is added.
    ///
    /// - Parameters:
    ///   - former: the person before the decision.
    ///   - filled: what was empty and was filled.
    public static func amend(
        _ importID: ImportID, line: Int, of former: ParticipantRecord, filled: [KnownPersonChange.Field] = [],
        at now: Timestamp, in writer: any SQLWriting
    ) throws {
        guard
            let row = try writer.query(
                "SELECT effect, change FROM import_records WHERE import = $1 AND line = $2",
                [.id(importID), .count(line)]
            ).first
        else { return }
        let effect = try ImportEffect(word: row.text(0), change: row.text(1))
        guard effect != .new else { return }
        var change = effect?.change ?? KnownPersonChange(isRegistered: false, themes: [])
        if filled.contains(.county), !change.filled.contains(.county) { change.county = former.county }
        if filled.contains(.organisation), change.organisation == nil {
            change.organisation = Organisation(
                key: nil, name: former.organisationName, type: former.organisationType)
        }
        change.filled += filled.filter { !change.filled.contains($0) }
        var times = change.times ?? KnownPersonChange.Times(before: former.updatedAt, after: now)
        times.after = now.microseconds
        change.times = times
        let amended = ImportEffect.changed(change)
        try writer.execute(
            "UPDATE import_records SET effect = $3, change = $4 WHERE import = $1 AND line = $2",
            [.id(importID), .count(line), .text(amended.word), .optional(change.json)])
    }
}
