public import Chronology

/// One message to one recipient, complete but for its bytes.
public struct Letter: Sendable, Hashable {
    public var messageID: MessageID
    /// What stands in Date, in Swedish time.
    public var date: Timestamp
    public var from: Mailbox
    public var replyTo: Mailbox?
    public var to: Mailbox
    public var subject: String
    /// The same content as ``html``, with links written out.
    public var text: String
    /// A whole page, with its styles inside.
    public var html: String
    /// `st2016-01.example.org` with the conference's name before it, as List-Id (RFC 2919).
    public var listID: ListID
    /// Where the recipient opts out: a page, and a one-click POST to the same address (RFC 8058).
    public var unsubscribeLink: String
    /// An address that takes opt-outs by mail, for readers without the web.
    public var unsubscribeAddress: Mailbox?
    /// Whether the letter belongs to a demonstration; its text says so too.
    public var isSimulated: Bool

    public init(
        messageID: MessageID, date: Timestamp, from: Mailbox, replyTo: Mailbox?, to: Mailbox, subject: String,
        text: String, html: String, listID: ListID, unsubscribeLink: String, unsubscribeAddress: Mailbox?,
        isSimulated: Bool
    ) {
        self.messageID = messageID
        self.date = date
        self.from = from
        self.replyTo = replyTo
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.listID = listID
        self.unsubscribeLink = unsubscribeLink
        self.unsubscribeAddress = unsubscribeAddress
        self.isSimulated = isSimulated
    }
}

/// The identity of a conference's letters for filters and mail rules.
public struct ListID: Sendable, Hashable {
    public var name: String
    /// Letters, digits, hyphens and dots.
    public var id: String

    public init(name: String, id: String) {
        self.name = name
        self.id = id
    }
}
