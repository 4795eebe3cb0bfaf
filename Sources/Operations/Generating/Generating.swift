public import Chronology
import Foundation
public import Registers
public import SourceText
public import Storage
public import Surveying

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
        /// The theme that is asked for comparison.
        public var drawnTheme: ThemeID?
        /// The survey has answers, so its version stayed.
        public var isFrozen: Bool
    }

    /// Generates the surveys of waves of a conference with the organisations registered now.
    ///
    /// The roster is the same in every wave: it is that of the before-survey once that is generated.
    public func generate(_ waves: [Wave], for conference: Conference) async throws -> [Outcome] {
        let roster = try await roster(of: conference)
        let drawn = ThemeDraw.theme(
            offThe: conference.themes, of: workspace.frame.themes, seed: conference.id.rawValue)
        var outcomes: [Outcome] = []
        var surveys: [Wave: Survey] = [:]
        for wave in waves.sorted() {
            let survey = try workspace.surveys.survey(wave, for: conference, roster: roster, drawnTheme: drawn)
            let outcome = try await keep(survey, of: conference, roster: roster, drawn: drawn)
            surveys[wave] = survey
            outcomes.append(outcome)
        }
        try await keepPairings(surveys, of: conference.id)
        return outcomes
    }

    private func roster(of conference: Conference) async throws -> [RosterChoice] {
        if let before = try await standing(SurveyID(conference: conference.id, wave: .before)) {
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
        let text = try await store.read { reader -> String? in
            guard let record = try SurveyRecords.find(id, .node, in: reader) else { return nil }
            return try SurveyRecords.definition(version: record.version, in: reader)
        }
        return try text.map { try JSONDecoder().decode(Survey.self, from: Data($0.utf8)) }
    }

    private func keep(
        _ survey: Survey, of conference: Conference, roster: [RosterChoice], drawn: ThemeID?
    ) async throws -> Outcome {
        let definition = String(decoding: try JSONEncoder().encode(survey), as: UTF8.self)
        let period = AnswerPeriod(survey.id.wave, of: conference.date)
        let now = time.now()
        let put = try await store.write { writer in
            try SurveyRecords.put(
                SurveyRecord(
                    id: survey.id, version: survey.version, opensAt: period.opensAt, closesAt: period.closesAt),
                definition: definition, at: now, in: writer)
        }
        var outcome = Outcome(
            survey: survey.id, version: survey.version, questions: survey.questions.count,
            rosterOrganisations: roster.count, drawnTheme: drawn, isFrozen: false)
        if case .frozen(let version) = put {
            outcome.version = version
            outcome.isFrozen = true
        }
        return outcome
    }

    /// Says which items of a conference are counted together in each pair of waves that are both generated.
    private func keepPairings(_ made: [Wave: Survey], of conference: ConferenceID) async throws {
        var surveys: [Wave: Survey] = [:]
        for wave in Wave.allCases {
            let stands = try await standing(SurveyID(conference: conference, wave: wave))
            surveys[wave] = stands ?? made[wave]
        }
        let now = time.now()
        for layout in workspace.surveys.layouts {
            guard let first = surveys[layout.wavePair.first], let second = surveys[layout.wavePair.second] else {
                continue
            }
            let definition = String(decoding: try JSONEncoder.stable.encode(layout), as: UTF8.self)
            let asked = layout.asked(first: first, second: second).map(\.rawValue).sorted()
            try await store.write { writer in
                try PairingRecords.put(
                    PairedLayoutRecord(id: layout.id, wavePair: layout.wavePair, definition: definition), at: now,
                    in: writer)
                try PairingRecords.put(
                    PairingRecord(layout: layout.id, wavePair: layout.wavePair, asked: asked), of: conference,
                    in: writer)
            }
        }
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

extension JSONEncoder {
    fileprivate static var stable: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
