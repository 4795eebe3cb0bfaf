public import Participants
public import Registers
public import Storage
import Surveying

/// Reads from the store what lists ask about its people, as it is at that instant.
public struct Listing: Sendable {
    private let store: any StorageDriver
    private let keys: PseudonymKeys

    /// - Parameter keys: of the conferences, with which it is known who has answered.
    public init(store: any StorageDriver, keys: PseudonymKeys) {
        self.store = store
        self.keys = keys
    }

    /// Everybody in a scope in one snapshot.
    ///
    /// - Throws: ``PseudonymKeyError`` for a key that is there and is not the right one, and what the store throws.
    public func people(_ scope: Scope) async throws -> ListedPeople {
        var found: [ConferenceID: PseudonymKey] = [:]
        for conference in try await store.read({ try ConferenceRecords.list(scope, in: $0) }) {
            found[conference.id] = try await keys.existingKey(of: conference.id, store: store)
        }
        let known = found
        return try await store.read { reader in
            var people = ListedPeople(try ParticipantRecords.all(scope, in: reader))
            var reach: [BoardID: Reach] = [:]
            for board in Set(people.records.values.map(\.board)) { reach[board] = try Reach(board, in: reader) }
            for conference in try ConferenceRecords.list(scope, in: reader) {
                let surveys = try Surveys(conference.id, known[conference.id], scope, in: reader)
                if surveys.hasHiddenAnswers { people.conferencesWithoutKey.append(conference.id) }
                for registration in try RegistrationRecords.list(conference: conference.id, scope, in: reader) {
                    guard let person = people.records[registration.participant] else { continue }
                    var listed = ListedRegistration(person, reach[person.board])
                    listed.conference = registration.conference
                    listed.status = registration.status
                    listed.themes = registration.themes
                    surveys.mark(&listed)
                    people.registrations.append(listed)
                }
            }
            let registered = Set(people.registrations.map(\.participant))
            for person in people.records.values.sorted(by: { $0.id < $1.id }) where !registered.contains(person.id) {
                people.registrations.append(ListedRegistration(person, reach[person.board]))
            }
            return people
        }
    }
}

/// The people of a scope with all that lists can ask of them.
public struct ListedPeople: Sendable {
    public let records: [ParticipantID: ParticipantRecord]
    /// Each person's registrations, or one that names no conference for somebody who has none.
    public var registrations: [ListedRegistration] = []
    /// Conferences with answers whose key is not there: who gave them cannot be known, and nobody stands as having
    /// answered.
    public var conferencesWithoutKey: [ConferenceID] = []

    init(_ people: [ParticipantRecord]) {
        records = Dictionary(people.map { ($0.id, $0) }) { first, _ in first }
    }
}

/// What is known of a board's addresses.
private struct Reach {
    let reasons: [String: SuppressionReason]
    let streams: [String: Set<OptOutStream>]
    let refused: Set<String>

    init(_ board: BoardID, in reader: any SQLReading) throws {
        reasons = try SuppressionRecords.all(board: board, in: reader)
        streams = try OptOutRecords.all(board: board, in: reader)
        refused = try LetterRecords.refusedAddresses(board: board, in: reader)
    }
}

/// Who is invited to a conference's surveys, and who has answered.
private struct Surveys {
    private var invited: [Wave: Set<ParticipantID>] = [:]
    private var answered: [Wave: Set<Pseudonym>] = [:]
    private let key: PseudonymKey?

    init(_ conference: ConferenceID, _ key: PseudonymKey?, _ scope: Scope, in reader: any SQLReading) throws {
        self.key = key
        for wave in Wave.allCases {
            let survey = SurveyID(conference: conference, wave: wave)
            invited[wave] = Set(try InvitationRecords.participants(of: survey, scope, in: reader))
            answered[wave] = try ResponseRecords.answered(survey, in: reader)
        }
    }

    var hasHiddenAnswers: Bool { key == nil && answered.values.contains { !$0.isEmpty } }

    func mark(_ listed: inout ListedRegistration) {
        let pseudonym = key?.pseudonym(of: listed.participant)
        for wave in Wave.allCases {
            if invited[wave]?.contains(listed.participant) == true { listed.invited.insert(wave.rawValue) }
            if let pseudonym, answered[wave]?.contains(pseudonym) == true { listed.answered.insert(wave.rawValue) }
        }
    }
}

extension ListedRegistration {
    fileprivate init(_ person: ParticipantRecord, _ reach: Reach?) {
        self.init(
            participant: person.id, municipality: person.municipality, county: person.county,
            organisationName: person.organisationName, organisationType: person.organisationType, role: person.role)
        let key = SharedAddress.addressKey(of: person.emailKey)
        let reason = reach?.reasons[key]
        hasBounced = reason == .bounced || reach?.refused.contains(key) == true
        optedOut = reach?.streams[key] ?? []
        if let reason, reason != .bounced { optedOut.insert(.all) }
    }
}
