public import Chronology

/// An event that waits for one endpoint, or the trace of one that was sent.
public struct OutboxRecord: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case waiting
        case delivered
        /// The last attempt failed, or the endpoint is gone; a person may replay it.
        case dead
        /// A later revision of the same response was sent instead.
        case superseded
    }

    /// The webhook's id, the same for every attempt. Ids sort by the time they were made.
    public var id: String
    /// The endpoint's name in the configuration.
    public var endpoint: String
    /// `response.submitted` or `response.erased`.
    public var type: String
    /// The response that is announced; its row is read when the event is sent.
    public var response: ResponseKey?
    public var revision: Int64?
    /// The body of an event about something else.
    public var body: [UInt8]?
    public var createdAt: Timestamp
    public var attempts: Int
    /// `nil` where no attempt is to be made.
    public var nextAttemptAt: Timestamp?
    public var state: State
    /// The HTTP status of the last attempt.
    public var lastCode: Int?
    public var lastError: String?

    public init(
        id: String, endpoint: String, type: String, response: ResponseKey?, revision: Int64?, body: [UInt8]? = nil,
        createdAt: Timestamp, attempts: Int = 0, nextAttemptAt: Timestamp?, state: State = .waiting,
        lastCode: Int? = nil, lastError: String? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.type = type
        self.response = response
        self.revision = revision
        self.body = body
        self.createdAt = createdAt
        self.attempts = attempts
        self.nextAttemptAt = nextAttemptAt
        self.state = state
        self.lastCode = lastCode
        self.lastError = lastError
    }
}
