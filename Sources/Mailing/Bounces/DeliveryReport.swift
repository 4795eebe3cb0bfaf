/// What a mail server says afterwards of a letter that it took: a delivery status notification (RFC 3464).
///
/// Anybody can write one, so nothing of it is believed but what fits a letter in the ledger.
public struct DeliveryReport: Sendable, Hashable {
    /// One of the letter's recipients.
    public struct Recipient: Sendable, Hashable {
        /// Whom the letter was for, as it was sent where that is known, and where it was delivered to; without the type.
        public var addresses: [String]
        public var action: Action
        /// An enhanced status, `5.1.1` (RFC 3463).
        public var status: String
        /// The server's own words; empty where it gave none.
        public var diagnostic: String

        /// Whether the address is not there: the same as of a refusal while the letter is handed over.
        public var isBounce: Bool { action == .failed && status.hasPrefix("5.1.") }
    }

    /// What became of the letter to one recipient.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case failed, delayed, delivered, relayed, expanded
    }

    /// Of the letter that came back, where it is one of ours.
    public var messageID: MessageID?
    /// At least one.
    public var recipients: [Recipient]
}

extension DeliveryReport {
    /// Bytes that a notification has at most: it brings the whole letter back.
    public static let greatestSize = 4 << 20

    /// Reads a notification as a mail program saves it (`.eml`).
    ///
    /// Recipients without a known action or a status are left out. `nil` for anything that is no notification, or has
    /// more bytes than ``greatestSize``.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Self.greatestSize, let parts = MailParts(parsing: bytes),
            let status = parts.deliveryStatus
        else { return nil }
        let groups = StatusFields.groups(in: status)
        recipients = groups.dropFirst().compactMap(Recipient.init)
        guard !recipients.isEmpty else { return nil }
        messageID = parts.returnedMessageID.flatMap { id in
            MessageID(id.trimmingPrefix("<").last == ">" ? String(id.trimmingPrefix("<").dropLast()) : id)
        }
    }
}

extension DeliveryReport.Recipient {
    init?(_ fields: [String: String]) {
        guard
            let action = fields["action"].flatMap({ DeliveryReport.Action(rawValue: $0.lowercased()) }),
            let status = fields["status"]?.prefix(while: { !$0.isWhitespace && $0 != "(" }),
            status.wholeMatch(of: /[245]\.\d{1,3}\.\d{1,3}/) != nil
        else { return nil }
        addresses = ["original-recipient", "final-recipient"].compactMap {
            fields[$0].flatMap(StatusFields.value)
        }
        guard !addresses.isEmpty else { return nil }
        self.action = action
        self.status = String(status)
        diagnostic = fields["diagnostic-code"].flatMap(StatusFields.value) ?? ""
    }
}
