public import Participants
public import Registers
public import Storage

/// Who is registered at which conference, read from one snapshot of the store: organisations alone, no people.
public struct CoverageSources: Sendable {
    public let registrations: [OrganisationRegistration]

    /// - Parameter conference: `nil` for every conference in the scope.
    public init(_ scope: Scope, conference: ConferenceID? = nil, in reader: any SQLReading) throws {
        registrations = try ConferenceRecords.list(scope, in: reader)
            .filter { conference == nil || $0.id == conference }
            .flatMap { try ConferenceGuests($0, scope, in: reader).people }
            .map {
                OrganisationRegistration(conference: $0.conference, organisation: $0.organisation, status: $0.status)
            }
    }
}
