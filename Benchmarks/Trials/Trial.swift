public import Chronology
import Crypto
import Foundation
public import Operations
import Participants
public import Registers
import SQLiteStorage
public import Storage
public import Surveying
public import Webhooks
import Wording

/// A store with simulated people who are invited to the surveys before and after every conference, and what they
/// answer.
public struct Trial: Sendable {
    public let place: TrialWorkspace
    public let workspace: Workspace
    public let secret: SignatureSecret
    public let people: Int
    public let answers: [SurveyID: TrialAnswers]
    private let conferences: [Conference]
    private let seed: UInt64

    static let waves: [Wave] = [.before, .after]
    private static let organisationsAtAConference = 40

    /// Makes the store and puts people, surveys and invitations into it; takes about a second for 10 000 people.
    public init(in place: TrialWorkspace, people: Int, seed: UInt64) async throws {
        self.place = place
        self.people = people
        self.seed = seed
        workspace = try Workspace(at: place.root)
        conferences = workspace.conferences
        guard !conferences.isEmpty else { throw TrialError.noConferences }
        let text = try String(contentsOfFile: place.secretFile, encoding: .utf8)
        secret = try SignatureSecret(text.trimmingCharacters(in: .whitespacesAndNewlines))
        var generator = SeededGenerator(seed: seed)
        var answers: [SurveyID: TrialAnswers] = [:]
        for conference in conferences {
            let organisations = Self.organisations(at: conference, workspace)
            let roster = Roster.choices(registered: organisations, frame: workspace.frame)
            for wave in Self.waves {
                let survey = try workspace.surveys.survey(wave, for: conference, roster: roster)
                answers[survey.id] = try TrialAnswers(to: survey, count: 100, using: &generator)
            }
        }
        self.answers = answers
        try await fill()
    }

    /// Items that are asked in both waves, the mean over the conferences.
    public var pairedItems: Double {
        guard let layout = workspace.surveys.layouts.first(where: { $0.wavePair == .beforeAfter }) else { return 0 }
        let counts = conferences.compactMap { conference -> Int? in
            guard let before = answers[SurveyID(conference: conference.id, wave: .before)]?.survey,
                let after = answers[SurveyID(conference: conference.id, wave: .after)]?.survey
            else { return nil }
            return layout.asked(first: before, second: after).count
        }
        return counts.isEmpty ? 0 : Double(counts.reduce(0, +)) / Double(counts.count)
    }

    public func survey(of person: Int, _ wave: Wave) -> SurveyID {
        SurveyID(conference: conferences[person % conferences.count].id, wave: wave)
    }

    /// What a person answers; another variant for each revision.
    public func answers(of person: Int, _ wave: Wave, revision: Int64) -> AnswerSet {
        guard let variants = answers[survey(of: person, wave)]?.variants, !variants.isEmpty else { return AnswerSet() }
        let place = UInt64(person) &* 31 &+ UInt64(bitPattern: revision) &* 17
        return variants[Int(place % UInt64(variants.count))]
    }

    /// The event that carries it.
    public func event(of person: Int, _ wave: Wave, revision: Int64, at now: Timestamp) -> ResponseEvent {
        let id = survey(of: person, wave)
        return ResponseEvent(
            type: .submitted, timestamp: now, source: TrialWorkspace.sourceName,
            id: Self.responseID(of: person, wave), revision: revision, survey: id.description,
            version: answers[id]?.survey.version, invitation: token(of: person, wave), state: "complete",
            answers: answers(of: person, wave, revision: revision).answers.map { ($0.name, WireValue($0.value)) })
    }

    public static func responseID(of person: Int, _ wave: Wave) -> String { "r\(person)-\(wave.rawValue)" }

    /// 128 bits of the seed's in base 32.
    func token(of person: Int, _ wave: Wave) -> String {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        let digest = SHA256.hash(data: Array("\(seed) \(person) \(wave.rawValue)".utf8))
        return String(digest.prefix(26).map { alphabet[Int($0 & 31)] })
    }

    private static func organisations(at conference: Conference, _ workspace: Workspace) -> [Organisation] {
        let municipalities = workspace.frame.municipalities
        let councils = workspace.frame.countedCouncils
        let place = workspace.conferences.firstIndex { $0.id == conference.id } ?? 0
        return (0..<organisationsAtAConference).compactMap { number in
            if number % 10 == 9, !councils.isEmpty {
                let council = councils[(place * 4 + number / 10) % councils.count]
                return Organisation(
                    key: .council(council.id), name: council.name, type: OrganisationTypeID("landsting_region"))
            }
            let municipality = municipalities[(place * organisationsAtAConference + number) % municipalities.count]
            return Organisation(
                key: .municipality(municipality.code), name: municipality.name, type: OrganisationTypeID("kommun"))
        }
    }

    private func fill() async throws {
        let now = SystemTime().now()
        let store = try await SQLiteDriver.open(path: place.storePath, owner: "trial")
        try await Schema.migrate(store, at: now)
        try await store.write { writer in
            try BoardRecords.put(
                workspace.frame.boards.compactMap { agency in
                    agency.board.map { BoardRecord(id: $0, name: agency.name.swedish, createdAt: now) }
                }, in: writer)
            try ConferenceRecords.put(conferences.map { ConferenceRecord($0) }, in: writer)
            for conference in conferences {
                for wave in Self.waves {
                    guard let survey = answers[SurveyID(conference: conference.id, wave: wave)]?.survey else {
                        continue
                    }
                    // Both are open all the time, so that one run holds answers of both waves.
                    try SurveyRecords.put(
                        SurveyRecord(
                            id: survey.id, version: survey.version, opensAt: now.adding(days: -30),
                            closesAt: now.adding(days: 30)),
                        definition: survey.definition, at: now, in: writer)
                }
                try SurveyPairings.keep(workspace.surveys.layouts, of: conference.id, at: now, in: writer)
            }
        }
        for start in stride(from: 0, to: people, by: 10_000) {
            try await store.write { try put(start..<min(start + 10_000, people), at: now, in: $0) }
        }
        try await store.close()
    }

    private func put(_ range: Range<Int>, at now: Timestamp, in writer: any SQLWriting) throws {
        let organisations = Dictionary(
            uniqueKeysWithValues: conferences.map { ($0.id, Self.organisations(at: $0, workspace)) })
        var records: [ParticipantRecord] = []
        var invitations: [InvitationRecord] = []
        for person in range {
            let conference = conferences[person % conferences.count]
            let choices = organisations[conference.id] ?? []
            let organisation = choices[person / conferences.count % choices.count]
            let id = ParticipantID("trial-\(person)")
            records.append(
                ParticipantRecord(
                    id: id, board: conference.board, email: "p\(person)@example.org",
                    emailKey: "p\(person)@example.org",
                    name: "Simulerad \(person)", municipality: nil, county: nil, organisationKey: organisation.key,
                    organisationName: organisation.name, organisationType: organisation.type, role: nil,
                    createdAt: now, updatedAt: now))
            for wave in Self.waves {
                let hash = SHA256.hash(data: Array(token(of: person, wave).utf8))
                invitations.append(
                    InvitationRecord(
                        tokenHash: TokenHash(bytes: Array(hash)), survey: survey(of: person, wave), participant: id,
                        createdAt: now))
            }
        }
        try ParticipantRecords.insert(records, in: writer)
        try InvitationRecords.put(invitations, in: writer)
    }
}

extension ConferenceRecord {
    public init(_ conference: Conference) {
        self.init(
            id: conference.id, board: conference.board, date: conference.date, place: conference.place,
            hostMunicipality: conference.hostMunicipality, hostCounty: conference.hostCounty,
            counties: conference.counties, themes: conference.themes)
    }
}

extension WireValue {
    init(_ value: AnswerValue) {
        switch value {
        case .number(let number): self = .integer(number)
        case .text(let text): self = .text(text)
        case .codes(let codes): self = .codes(codes)
        }
    }
}
