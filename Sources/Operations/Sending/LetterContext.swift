public import Mailing
public import Registers

/// What all letters of one conference share: who they come from and what they say about the board and the day.
public struct LetterContext: Sendable {
    public var conference: Conference
    public var sender: LetterSender
    public var values: LocalizedValues
    public var listID: ListID
    /// What links begin with, without a slash at the end.
    public var baseURL: String

    public init(
        conference: Conference, sender: LetterSender, values: LocalizedValues, listID: ListID, baseURL: String
    ) {
        self.conference = conference
        self.sender = sender
        self.values = values
        self.listID = listID
        self.baseURL = baseURL
    }
}
