public import Chronology
public import Mailing
import Participants
import Registers
public import Storage

/// Enters the addresses that delivery reports say are not there, as the sender does of a refusal.
///
/// A report is believed only where it brings back one of our letters and names the address that letter went to: anybody
/// can write to the address that reports come to.
public struct BounceReading: Sendable {
    /// What became of one recipient of a report.
    public struct Row: Sendable, Hashable {
        public var address: String
        public var report: DeliveryReport.Recipient
        public var outcome: Outcome
    }

    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// No letters go to the address from now on.
        case entered
        /// None did before.
        case enteredBefore = "entered_before"
        /// The report does not say that the address is not there: nothing was changed.
        case otherReason = "other_reason"
        /// The report brings back no letter of ours, or one to another address: nothing was changed.
        case notOurs = "not_ours"
    }

    private let store: any StorageDriver
    private let time: any TimeSource

    public init(store: any StorageDriver, time: any TimeSource) {
        self.store = store
        self.time = time
    }

    /// In one transaction. The same report twice changes nothing more.
    public func enter(_ report: DeliveryReport, _ scope: Scope) async throws -> [Row] {
        let now = time.now()
        return try await store.write { writer in
            let letter = try report.messageID.flatMap {
                try LetterRecords.find(messageID: $0, scope, in: writer)
            }
            return try report.recipients.map { recipient in
                Row(
                    address: recipient.addresses.first ?? "", report: recipient,
                    outcome: try Self.enter(recipient, letter, at: now, in: writer))
            }
        }
    }

    private static func enter(
        _ recipient: DeliveryReport.Recipient, _ letter: (record: LetterRecord, board: BoardID)?,
        at now: Timestamp,
        in writer: any SQLWriting
    ) throws -> Outcome {
        let keys = recipient.addresses.compactMap { EmailAddress($0.lowercased())?.key }
        guard let letter, keys.contains(SharedAddress.addressKey(of: letter.record.addressKey)) else {
            return .notOurs
        }
        guard recipient.isBounce else { return .otherReason }
        let key = SharedAddress.addressKey(of: letter.record.addressKey)
        guard try SuppressionRecords.reason(addressKey: key, board: letter.board, in: writer) == nil
        else {
            return .enteredBefore
        }
        try SuppressionRecords.put(
            addressKey: key, board: letter.board, reason: .bounced, at: now, in: writer)
        return .entered
    }
}
