public import Chronology
public import Participants
public import Registers
public import Storage

/// The day of one conference: who is on the list at the door, and what the list says when it comes back.
public struct ConferenceDay: Sendable {
    public let conference: Conference
    private let store: any StorageDriver
    private let frame: Frame
    private let erasures: ErasureKeys
    private let time: any TimeSource

    private var scope: Scope { .board(conference.board) }

    /// - Parameter erasures: tell the addresses that nobody is stored under again.
    public init(
        _ conference: Conference, store: any StorageDriver, frame: Frame, erasures: ErasureKeys, time: any TimeSource
    ) {
        self.erasures = erasures
        self.conference = conference
        self.store = store
        self.frame = frame
        self.time = time
    }

    public func signInList() async throws -> SignInList {
        try await store.read { reader in
            let status = try statuses(in: reader)
            return SignInList(
                try ParticipantRecords.list(conference: conference.id, scope, in: reader).compactMap { person in
                    status[person.id].map {
                        SignInList.Person(
                            id: person.id, name: person.name, organisation: person.organisationName, status: $0)
                    }
                })
        }
    }

    /// Reads a ticked list, in one transaction.
    ///
    /// - Parameters:
    ///   - isClosing: whether the list is whole, so that whoever is left registered did not come.
    ///   - isDry: whether only to say what the list would change.
    ///   - generator: makes the identifiers of new people.
    /// - Throws: `WorkbookError` or `TickedList.Failure` for a file that is no list of the day.
    public func read(
        _ file: ImportedFile, isClosing: Bool, isDry: Bool, using generator: inout some RandomNumberGenerator
    ) async throws -> DayReport {
        let erased = try await erasures.addresses(of: conference.board, store: store)
        let list = try TickedList(file.source(), reading: TickedList.importer(frame))
        try await refuseOtherConference(list)
        guard !isDry else { return try await store.read { try plan(list, erased, isClosing, in: $0).report } }
        let fresh = list.rows.map { _ in ParticipantID.random("p-", using: &generator) }
        let now = time.now()
        return try await store.write { writer in
            let planned = try plan(list, erased, isClosing, in: writer)
            try carryOut(planned, fresh, at: now, in: writer)
            return planned.report
        }
    }

    /// A list of people of whom this conference knows nobody would, when it closes, make everybody absent.
    private func refuseOtherConference(_ list: TickedList) async throws {
        let listed = list.listedIDs
        guard !listed.isEmpty else { return }
        let known = try await store.read { try statuses(in: $0) }
        guard listed.contains(where: { known[$0] != nil }) else { throw TickedList.Failure.otherConference }
    }

    /// Sets one person's status. A person who is no longer cancelled is no longer replaced.
    ///
    /// - Parameter person: an id, or an address.
    /// - Returns: the status before, or `nil` where the conference has no such person.
    /// - Throws: ``SeveralPeople`` for an address that several of the conference's people have.
    public func set(_ person: String, to status: RegistrationStatus) async throws -> RegistrationStatus? {
        let now = time.now()
        return try await store.write { writer in
            var id = ParticipantID(person)
            let statuses = try statuses(in: writer)
            if let address = EmailAddress(person.lowercased()) {
                let people = try AddressHolderRecords.people(
                    at: address.key, board: conference.board, in: writer
                ).filter { statuses[$0.id] != nil }
                guard people.count < 2 else { throw SeveralPeople(ids: people.map(\.id)) }
                id = people.first?.id ?? id
            }
            guard let before = statuses[id] else { return nil }
            if status != .cancelled {
                try ReplacementRecords.remove(id, conference: conference.id, in: writer)
            }
            guard before != status else { return before }
            try RegistrationRecords.setStatus(
                status, of: [id], conference: conference.id, scope, at: now, in: writer)
            return before
        }
    }

    /// The conference's registrations by organisation type and status.
    public func tallies() async throws -> [RegistrationTally] {
        try await store.read { reader in
            try RegistrationRecords.tallies(scope, in: reader).filter { $0.conference == conference.id }
        }
    }

    private func statuses(in reader: any SQLReading) throws -> [ParticipantID: RegistrationStatus] {
        let registrations = try RegistrationRecords.list(conference: conference.id, scope, in: reader)
        return Dictionary(registrations.map { ($0.participant, $0.status) }) { first, _ in first }
    }

    private struct Planned {
        var plan: DayPlan
        var report: DayReport
        var addresses: [ParticipantID: EmailAddress]
    }

    private func plan(
        _ list: TickedList, _ erased: ErasedAddresses, _ isClosing: Bool, in reader: any SQLReading
    ) throws -> Planned {
        let status = try statuses(in: reader)
        let links = try ReplacementRecords.all(conference: conference.id, scope, in: reader)
        var people = try ParticipantRecords.list(conference: conference.id, scope, in: reader)
        let here = Set(people.map(\.id))
        let keys = list.walkInKeys.sorted()
        let holders =
            try keys.isEmpty
            ? [:]
            : AddressHolderRecords.people(
                at: keys, AddressHolderRecords.all(board: conference.board, in: reader), board: conference.board,
                in: reader)
        for key in keys { people += (holders[key] ?? []).filter { !here.contains($0.id) } }
        // Whoever shares an erased person's address is met by their name.
        let list = list.refusing { person in
            erased.contains(person.email.key)
                && AddressHolders.meant(by: person.name, among: holders[person.email.key] ?? [], named: \.name)
                    .count != 1
        }
        let known = Dictionary(
            people.map { ($0.id, DayPlan.Known(name: $0.name, status: status[$0.id], replacedBy: links[$0.id])) }
        ) { first, _ in first }
        let plan = DayPlan(
            list.rows, known: known, holders: holders.mapValues { $0.map(\.id) }, isClosing: isClosing)
        let addresses = Dictionary(
            people.map { ($0.id, EmailAddress(text: $0.email, key: $0.emailKey)) }
        ) { first, _ in first }
        return Planned(plan: plan, report: DayReport(plan, before: status), addresses: addresses)
    }

    /// - Parameter spare: at least as many as there are rows.
    private func carryOut(
        _ planned: Planned, _ spare: [ParticipantID], at now: Timestamp, in writer: any SQLWriting
    ) throws {
        let plan = planned.plan
        let keeping = PeopleKeeping(conference: conference, importedBy: nil, now: now)
        var fresh: [String: ParticipantID] = [:]
        let walkIns = zip(spare, plan.walkIns.sorted { $0.key < $1.key }).map { id, walkIn in
            var person = walkIn.value
            switch walkIn.key {
            case .stored(let stored): person.email = planned.addresses[stored] ?? person.email
            case .new(let key): fresh[key] = id
            }
            return PeopleKeeping.Candidate(id: id, person: person)
        }
        _ = try keeping.keep(walkIns.sorted { $0.person.email.key < $1.person.email.key }, in: writer)
        var changes = plan.changes
        for key in plan.newcomers { if let id = fresh[key] { changes[id] = .attended } }
        for (status, people) in Dictionary(grouping: changes.keys, by: { changes[$0] }) {
            guard let status else { continue }
            try RegistrationRecords.setStatus(
                status, of: people.sorted(), conference: conference.id, scope, at: now, in: writer)
        }
        var links: [ParticipantID: ParticipantID] = [:]
        for replacement in plan.replacements {
            switch replacement.by {
            case .stored(let id): links[replacement.replaced] = id
            case .new(let key): links[replacement.replaced] = fresh[key]
            }
        }
        try ReplacementRecords.put(links, conference: conference.id, at: now, in: writer)
    }
}
