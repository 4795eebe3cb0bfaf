public import Chronology

/// An answer on its way between two systems: `response.submitted` with a new state of it, or `response.erased`.
///
/// The greatest revision of the same (source, id) wins, whatever the order of arrival. The published form is the
/// JSON Schema `response-event.schema.json`.
public struct ResponseEvent: Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case submitted = "response.submitted"
        case erased = "response.erased"
    }

    public var type: Kind
    /// When the answer came to be in this state, at its source.
    public var timestamp: Timestamp
    /// Who sends: a name of 1 to 64 characters of `A-Z a-z 0-9 . _ -`.
    public var source: String
    /// The answer's name at its source, 1 to 200 characters without controls.
    public var id: String
    /// From 1 upwards.
    public var revision: Int64
    /// `CONFERENCE/WAVE`, not yet looked up.
    public var survey: String
    /// The survey version that was answered.
    public var version: String?
    /// The token of the invitation.
    public var invitation: String?
    /// `draft`, `partial` or `complete`; `nil` where the event does not say.
    public var state: String?
    /// Item name and value in the order they were written; names are unique.
    public var answers: [(name: String, value: WireValue)]

    public init(
        type: Kind, timestamp: Timestamp, source: String, id: String, revision: Int64, survey: String,
        version: String? = nil, invitation: String? = nil, state: String? = nil,
        answers: [(name: String, value: WireValue)] = []
    ) {
        self.type = type
        self.timestamp = timestamp
        self.source = source
        self.id = id
        self.revision = revision
        self.survey = survey
        self.version = version
        self.invitation = invitation
        self.state = state
        self.answers = answers
    }
}

extension ResponseEvent: Hashable {
    public static func == (left: ResponseEvent, right: ResponseEvent) -> Bool {
        left.type == right.type && left.timestamp == right.timestamp && left.source == right.source
            && left.id == right.id && left.revision == right.revision && left.survey == right.survey
            && left.version == right.version && left.invitation == right.invitation && left.state == right.state
            && left.answers.elementsEqual(right.answers) { $0.name == $1.name && $0.value == $1.value }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
        hasher.combine(id)
        hasher.combine(revision)
    }
}

/// One answer as it may stand in an event: `4`, `"not_applicable"`, `["skolsituationen"]`.
public enum WireValue: Sendable, Hashable {
    case integer(Int64)
    case text(String)
    case codes([String])
}
