public import Chronology
import Crypto
public import Participants
public import Registers
public import Surveying

/// The SHA-256 of an invitation's token. The token itself is never stored.
public struct TokenHash: Sendable, Hashable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Of a token as it stands in a link.
    public init(of token: String) {
        bytes = Array(SHA256.hash(data: Array(token.utf8)))
    }
}

/// A participant in a wave.
public struct InvitationRecord: Sendable, Hashable {
    public var tokenHash: TokenHash
    public var survey: SurveyID
    public var participant: ParticipantID
    public var createdAt: Timestamp

    public init(tokenHash: TokenHash, survey: SurveyID, participant: ParticipantID, createdAt: Timestamp) {
        self.tokenHash = tokenHash
        self.survey = survey
        self.participant = participant
        self.createdAt = createdAt
    }
}

/// Who a token belongs to, with what the answers are counted by.
public struct InvitedParticipant: Sendable, Hashable {
    public var survey: SurveyID
    public var participant: ParticipantID
    public var organisationKey: OrganisationKey?
    public var organisationType: OrganisationTypeID

    public init(
        survey: SurveyID, participant: ParticipantID, organisationKey: OrganisationKey?,
        organisationType: OrganisationTypeID
    ) {
        self.survey = survey
        self.participant = participant
        self.organisationKey = organisationKey
        self.organisationType = organisationType
    }
}

/// How many people of one organisation type are invited to one survey.
public struct InvitationTally: Sendable, Hashable {
    public var survey: SurveyID
    public var organisationType: OrganisationTypeID
    public var people: Int

    public init(survey: SurveyID, organisationType: OrganisationTypeID, people: Int) {
        self.survey = survey
        self.organisationType = organisationType
        self.people = people
    }
}
