import Participants
import Registers
import Storage
import Surveying

/// The people registered for one conference, as far as figures need to know them.
struct ConferenceGuests: Sendable {
    let conference: ConferenceRecord
    let people: [Guest]
    /// Whether anybody has been marked as attended or absent; until then those registered stand for those who came.
    let hasAttendance: Bool

    struct Guest: Sendable {
        let id: ParticipantID
        let conference: ConferenceID
        let organisation: OrganisationKey?
        let organisationType: OrganisationTypeID
        let status: RegistrationStatus
        let hasOptedOut: Bool
        let hasBounced: Bool
    }

    init(_ conference: ConferenceRecord, _ scope: Scope, in reader: any SQLReading) throws {
        self.conference = conference
        let suppressed = try SuppressionRecords.all(board: conference.board, in: reader)
        let registrations = try RegistrationRecords.list(conference: conference.id, scope, in: reader)
        let status = Dictionary(registrations.map { ($0.participant, $0.status) }) { first, _ in first }
        people = try ParticipantRecords.list(conference: conference.id, scope, in: reader).map { person in
            let reason = suppressed[SharedAddress.addressKey(of: person.emailKey)]
            return Guest(
                id: person.id, conference: conference.id, organisation: person.organisationKey,
                organisationType: person.organisationType,
                status: status[person.id] ?? .registered, hasOptedOut: reason != nil && reason != .bounced,
                hasBounced: reason == .bounced)
        }
        hasAttendance = registrations.contains { $0.status == .attended || $0.status == .noShow }
    }

    /// Before the day those registered are asked, after it those who attended.
    func isAsked(_ guest: Guest, in wave: Wave) -> Bool {
        switch wave {
        case .before: guest.status != .cancelled
        case .after, .threeMonths:
            (hasAttendance ? Presence.attended : .expected).counts(guest.status)
        }
    }
}
