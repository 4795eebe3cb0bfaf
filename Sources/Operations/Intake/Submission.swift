public import Chronology
public import Storage
public import Surveying

/// A new state of a response, from a form or from another system, before anything is known of it.
public struct Submission: Sendable {
    public var key: ResponseKey
    /// From 1 upwards; the greatest wins, whatever the order of arrival.
    public var revision: Int64
    public var survey: SurveyID
    /// The version that was answered, where the sender knows it.
    public var version: String?
    /// Of the invitation. An erasure needs none.
    public var token: String?
    public var state: ResponseState
    public var answers: [(name: String, value: AnswerValue)]
    /// The revision that the sender built this one on, 0 for none, where it must not replace another: if the store has
    /// another by now, nothing is stored and the verdict is ``IntakeVerdict/superseded(_:)``.
    public var seenRevision: Int64?
    /// When it came to be, by the sender's clock.
    public var submittedAt: Timestamp
    /// Whether the response is withdrawn: state and answers are then not read.
    public var isErasure: Bool

    public init(
        source: String, id: String, revision: Int64, survey: SurveyID, version: String? = nil, token: String? = nil,
        state: ResponseState = .complete, answers: [(name: String, value: AnswerValue)] = [], submittedAt: Timestamp,
        isErasure: Bool = false, seenRevision: Int64? = nil
    ) {
        key = ResponseKey(source: source, id: id)
        self.revision = revision
        self.survey = survey
        self.version = version
        self.token = token
        self.state = state
        self.answers = answers
        self.submittedAt = submittedAt
        self.isErasure = isErasure
        self.seenRevision = seenRevision
    }
}
