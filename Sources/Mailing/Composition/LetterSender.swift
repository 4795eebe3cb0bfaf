/// Who a board's letters come from, from `genklang.yml`.
public struct LetterSender: Sendable, Hashable {
    /// The board's name and the address that relays and filters know.
    public var from: Mailbox
    /// Where answers to letters go; `nil` is the sender itself.
    public var replyTo: Mailbox?
    /// Takes opt-outs by mail; `nil` leaves the web link alone.
    public var unsubscribeAddress: Mailbox?
    /// What bounces come back to; the sender's address where nothing else is given.
    public var envelopeAddress: String
    /// Whether a fact in its letters is made up; they say so, visibly and in a header.
    public var isSimulated: Bool
    /// Whether the recipients and their answers are made up too.
    public var isDemonstration: Bool

    public init(
        from: Mailbox, replyTo: Mailbox? = nil, unsubscribeAddress: Mailbox? = nil, envelopeAddress: String? = nil,
        isSimulated: Bool, isDemonstration: Bool = false
    ) {
        self.from = from
        self.replyTo = replyTo
        self.unsubscribeAddress = unsubscribeAddress
        self.envelopeAddress = envelopeAddress ?? from.address
        self.isSimulated = isSimulated
        self.isDemonstration = isDemonstration
    }
}
