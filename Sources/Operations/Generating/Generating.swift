public import Chronology
public import Registers
public import Storage
public import Surveying
import Wording

/// Makes the surveys of conferences from the bank, and keeps them where they can be answered.
public struct Generating: Sendable {
    let store: any StorageDriver
    let workspace: Workspace
    let time: any TimeSource

    public init(store: any StorageDriver, workspace: Workspace, time: any TimeSource) {
        self.store = store
        self.workspace = workspace
        self.time = time
    }

    /// What was made of one conference and wave.
    public struct Outcome: Sendable, Hashable {
        public var survey: SurveyID
        public var version: String
        public var questions: Int
        public var rosterOrganisations: Int
        /// Of those, the ones that are registered, beside the bodies that are to be consulted.
        public var rosterRegistered: Int
        /// When the roster stops following the registrations: as the before-survey opens.
        public var rosterFreezesAt: Timestamp
        public var isRosterFrozen: Bool
        /// The theme that is asked for comparison.
        public var drawnTheme: ThemeID?
        /// The survey has answers, so its version stayed.
        public var isFrozen: Bool
    }

    /// Generates the surveys of waves of a conference, in one transaction with how their answers are paired.
    ///
    /// Until the before-survey opens the roster is that of the organisations registered now; then it stays as it was
    /// last generated, and every wave has the same.
    public func generate(_ waves: [Wave], for conference: Conference) async throws -> [Outcome] {
        let now = time.now()
        let roster = try await roster(of: conference, at: now)
        let drawn = ThemeDraw.theme(
            offThe: conference.themes, of: workspace.frame.themes, seed: conference.id.rawValue)
        let surveys = try waves.sorted().map { wave in
            try workspace.surveys.survey(wave, for: conference, roster: roster, drawnTheme: drawn)
        }
        let definitions = surveys.map(\.definition)
        let layouts = workspace.surveys.layouts
        let outcomes = try await store.write { writer in
            var puts: [SurveyRecords.PutOutcome] = []
            for (survey, definition) in zip(surveys, definitions) {
                let period = AnswerPeriod(survey.id.wave, of: conference.date)
                let record = SurveyRecord(
                    id: survey.id, version: survey.version, opensAt: period.opensAt, closesAt: period.closesAt)
                puts.append(try SurveyRecords.put(record, definition: definition, at: now, in: writer))
            }
            try SurveyPairings.keep(layouts, of: conference.id, at: now, in: writer)
            return puts
        }
        let consulted = Set(Roster.consultedBodies(workspace.frame).map(\.organisation))
        let registered = roster.count { !consulted.contains($0.organisation) }
        let freezesAt = AnswerPeriod(.before, of: conference.date).opensAt
        return zip(surveys, outcomes).map { survey, put in
            var outcome = Outcome(
                survey: survey.id, version: survey.version, questions: survey.askedCount,
                rosterOrganisations: roster.count, rosterRegistered: registered, rosterFreezesAt: freezesAt,
                isRosterFrozen: now >= freezesAt, drawnTheme: drawn, isFrozen: false)
            if case .frozen(let version) = put {
                outcome.version = version
                outcome.isFrozen = true
            }
            return outcome
        }
    }

    private func roster(of conference: Conference, at now: Timestamp) async throws -> [RosterChoice] {
        if now >= AnswerPeriod(.before, of: conference.date).opensAt,
            let before = try await standing(SurveyID(conference: conference.id, wave: .before))
        {
            let offered = before.questions.first { $0.item.choiceSource == .roster }?.choices ?? []
            return offered.compactMap { choice in
                guard case .word(let key) = choice.code, let group = choice.group else { return nil }
                return RosterChoice(organisation: OrganisationKey(key), name: choice.label.swedish, group: group)
            }
        }
        let people = try await store.read { try ParticipantRecords.list(conference: conference.id, .node, in: $0) }
        let organisations = people.map {
            Organisation(key: $0.organisationKey, name: $0.organisationName, type: $0.organisationType)
        }
        return Roster.choices(registered: organisations, frame: workspace.frame)
    }

    /// The survey that is kept for a conference and wave, if there is one.
    public func standing(_ id: SurveyID) async throws -> Survey? {
        let definition = try await store.read { reader -> String? in
            guard let record = try SurveyRecords.find(id, .node, in: reader) else { return nil }
            return try SurveyRecords.definition(version: record.version, in: reader)
        }
        return try definition.map { try Survey(definition: $0) }
    }
}

/// When a wave's survey can be answered, relative to its conference: before, from three weeks ahead to the morning
/// of the day; after, from the day after and three weeks on; three months, from week 13 and four weeks on.
public struct AnswerPeriod: Sendable, Hashable {
    public let opensAt: Timestamp
    public let closesAt: Timestamp

    public init(_ wave: Wave, of conference: CalendarDate) {
        switch wave {
        case .before:
            opensAt = SwedishTime.instant(conference.adding(days: -21), hour: 0)
            closesAt = SwedishTime.instant(conference, hour: 9)
        case .after:
            opensAt = SwedishTime.instant(conference.adding(days: 1), hour: 0)
            closesAt = SwedishTime.instant(conference.adding(days: 22), hour: 0)
        case .threeMonths:
            opensAt = SwedishTime.instant(conference.adding(days: 91), hour: 0)
            closesAt = SwedishTime.instant(conference.adding(days: 119), hour: 0)
        }
    }
}
