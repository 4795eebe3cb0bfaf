import Chronology
import Participants
import Registers
import Storage

extension StatusKeeping {
    /// A row that waited and turns out to be somebody's says that they come: whoever was cancelled before its list was
    /// read is registered again, as by any row of a list. What was cancelled later stays so.
    ///
    /// - Parameter effect: what else the row did to them.
    /// - Returns: all that it did to them.
    static func registeredAgain(
        _ person: ParticipantID?, by row: WaitingRow, _ effect: ImportEffect?, at now: Timestamp,
        in writer: any SQLWriting
    ) throws -> ImportEffect? {
        guard let person, effect != .new,
            let time = try RegistrationRecords.cancelledAt(person, conference: row.conference, in: writer),
            time <= row.importedAt,
            try RegistrationRecords.change(
                person, from: .cancelled, to: .registered, conference: row.conference, at: now, in: writer)
        else { return effect }
        var change = effect?.change ?? KnownPersonChange(isRegistered: false, themes: [])
        change.status = KnownPersonChange.Status(
            before: .cancelled, after: .registered, times: KnownPersonChange.Times(before: time, after: now))
        return .changed(change)
    }
}
