public import Chronology
public import Participants
public import Storage

/// What the opt-out link of a letter does, `/u/LETTER` under the base URL: looked at with GET it changes nothing,
/// posted to it stops letters to the address from that board: of one stream, or all.
///
/// The last part of the link is the letter's id, 128 random bits.
public enum Unsubscribing {
    /// Whether unsubscribing would change anything, so that a guessed or repeated link costs a look-up and no write.
    public static func isNeeded(
        _ letter: LetterID, _ stream: OptOutStream = .all, in reader: any SQLReading
    ) throws -> Bool {
        guard let record = try LetterRecords.find(letter, .node, in: reader),
            let wave = try LetterWaveRecords.find(record.wave, .node, in: reader)
        else { return false }
        let (key, board) = (record.addressKey, wave.board)
        let reason = try SuppressionRecords.reason(addressKey: key, board: board, in: reader)
        guard reason == nil || reason == .bounced else { return false }
        return try !OptOutRecords.streams(addressKey: key, board: board, in: reader).contains(stream)
    }

    /// Suppresses the address of a letter. Returns whether there is such a letter; whoever asks by web gets the
    /// same answer either way.
    @discardableResult
    public static func unsubscribe(
        _ letter: LetterID, _ stream: OptOutStream = .all, at now: Timestamp, in writer: any SQLWriting
    ) throws -> Bool {
        guard let record = try LetterRecords.find(letter, .node, in: writer),
            let wave = try LetterWaveRecords.find(record.wave, .node, in: writer)
        else { return false }
        try OptOutRecords.put(stream, addressKey: record.addressKey, board: wave.board, at: now, in: writer)
        return true
    }
}
