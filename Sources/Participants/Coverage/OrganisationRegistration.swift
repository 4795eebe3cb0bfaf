public import Registers

/// One person's registration, as far as coverage needs to know it: nothing of the person.
public struct OrganisationRegistration: Sendable, Hashable {
    public var conference: ConferenceID
    /// `nil` for a person without an organisation, who represents none.
    public var organisation: OrganisationKey?
    public var status: RegistrationStatus

    public init(conference: ConferenceID, organisation: OrganisationKey?, status: RegistrationStatus) {
        self.conference = conference
        self.organisation = organisation
        self.status = status
    }
}
