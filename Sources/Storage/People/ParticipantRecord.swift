public import Chronology
public import Participants
public import Registers

/// A person in one board's lists.
public struct ParticipantRecord: Sendable, Hashable {
    public var id: ParticipantID
    public var board: BoardID
    /// As letters are addressed, with the domain in A-labels.
    public var email: String
    /// What makes two addresses the same person's: rule 11 of the import. Unique within the board.
    public var emailKey: String
    public var name: String
    public var municipality: MunicipalityCode?
    public var county: CountyCode?
    /// `nil` for a person without an organisation.
    public var organisationKey: OrganisationKey?
    public var organisationName: String?
    public var organisationType: OrganisationTypeID
    public var role: String?
    public var createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: ParticipantID, board: BoardID, email: String, emailKey: String, name: String,
        municipality: MunicipalityCode?, county: CountyCode?, organisationKey: OrganisationKey?,
        organisationName: String?, organisationType: OrganisationTypeID, role: String?, createdAt: Timestamp,
        updatedAt: Timestamp
    ) {
        self.id = id
        self.board = board
        self.email = email
        self.emailKey = emailKey
        self.name = name
        self.municipality = municipality
        self.county = county
        self.organisationKey = organisationKey
        self.organisationName = organisationName
        self.organisationType = organisationType
        self.role = role
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
