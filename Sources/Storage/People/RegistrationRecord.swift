public import Chronology
public import Participants
public import Registers

/// A person's place at a conference.
public struct RegistrationRecord: Sendable, Hashable {
    public var conference: ConferenceID
    public var participant: ParticipantID
    public var status: RegistrationStatus
    /// The reading of a file that it came with.
    public var importedBy: ImportID?
    public var themes: [ThemeID]
    public var registeredAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        conference: ConferenceID, participant: ParticipantID, status: RegistrationStatus, importedBy: ImportID? = nil,
        themes: [ThemeID] = [], registeredAt: Timestamp, updatedAt: Timestamp
    ) {
        self.conference = conference
        self.participant = participant
        self.status = status
        self.importedBy = importedBy
        self.themes = themes
        self.registeredAt = registeredAt
        self.updatedAt = updatedAt
    }
}

/// How many registrations of one conference, organisation type and status there are.
public struct RegistrationTally: Sendable, Hashable {
    public var conference: ConferenceID
    public var organisationType: OrganisationTypeID
    public var status: RegistrationStatus
    public var people: Int

    public init(
        conference: ConferenceID, organisationType: OrganisationTypeID, status: RegistrationStatus, people: Int
    ) {
        self.conference = conference
        self.organisationType = organisationType
        self.status = status
        self.people = people
    }
}
