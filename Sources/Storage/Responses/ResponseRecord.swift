public import Chronology
public import Registers
public import Surveying

/// The latest state of one response. An erased one keeps its key and revision, as a tombstone, and nothing else of
/// what was answered or by whom.
public struct ResponseRecord: Sendable, Hashable {
    public var key: ResponseKey
    public var revision: Int64
    public var survey: SurveyID
    /// `nil` in a tombstone.
    public var version: String?
    public var pseudonym: Pseudonym?
    public var organisationKey: OrganisationKey?
    public var organisationType: OrganisationTypeID?
    /// `nil` in a tombstone.
    public var state: ResponseState?
    /// Whether this is the one response that counts for its person and survey.
    public var isCounted: Bool
    /// When the sender says it was given.
    public var submittedAt: Timestamp
    public var receivedAt: Timestamp
    /// Canonical JSON; `nil` in a tombstone.
    public var answers: String?

    public init(
        key: ResponseKey, revision: Int64, survey: SurveyID, version: String?, pseudonym: Pseudonym?,
        organisationKey: OrganisationKey?, organisationType: OrganisationTypeID?, state: ResponseState?,
        isCounted: Bool, submittedAt: Timestamp, receivedAt: Timestamp, answers: String?
    ) {
        self.key = key
        self.revision = revision
        self.survey = survey
        self.version = version
        self.pseudonym = pseudonym
        self.organisationKey = organisationKey
        self.organisationType = organisationType
        self.state = state
        self.isCounted = isCounted
        self.submittedAt = submittedAt
        self.receivedAt = receivedAt
        self.answers = answers
    }

    public var isErased: Bool { state == nil }
}

/// People by survey, organisation type and state of the response that counts for them.
public struct ResponseTally: Sendable, Hashable {
    public var survey: SurveyID
    public var organisationType: OrganisationTypeID?
    /// `draft` are people who have begun and have no counted response to the survey.
    public var state: ResponseState
    public var people: Int
    /// Those of them who have a counted response to the conference's first wave as well.
    public var alsoBefore: Int
    /// How many organisations they come from; people without one add nothing.
    public var organisations: Int

    public init(
        survey: SurveyID, organisationType: OrganisationTypeID?, state: ResponseState, people: Int, alsoBefore: Int,
        organisations: Int
    ) {
        self.survey = survey
        self.organisationType = organisationType
        self.state = state
        self.people = people
        self.alsoBefore = alsoBefore
        self.organisations = organisations
    }
}
