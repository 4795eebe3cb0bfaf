import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Wording

/// A store in a folder of its own with two conferences, their surveys in three waves, and invited people.
final class IntakeWorld: Sendable {
    static let now = Timestamp(seconds: 1_454_000_000)
    static let conferences = [ConferenceID("st2016-01"), ConferenceID("st2016-02")]
    static let board = BoardID("lst-f")

    let folder: URL
    let store: any StorageDriver
    let bank: Bank

    /// Some people share an organisation, some have none.
    static let people: [(id: ParticipantID, organisation: OrganisationKey?, type: OrganisationTypeID)] = [
        (ParticipantID("p0"), OrganisationKey("municipality:0680"), OrganisationTypeID("kommun")),
        (ParticipantID("p1"), OrganisationKey("municipality:0680"), OrganisationTypeID("kommun")),
        (ParticipantID("p2"), OrganisationKey("council:cc-06"), OrganisationTypeID("landsting_region")),
        (ParticipantID("p3"), nil, OrganisationTypeID("okand")),
    ]

    private init(folder: URL, store: any StorageDriver, bank: Bank) {
        self.folder = folder
        self.store = store
        self.bank = bank
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func make(waves: [Wave] = Wave.allCases) async throws -> IntakeWorld {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try await SQLiteDriver.open(
            path: folder.appendingPathComponent("genklang.sqlite").path, owner: "tests")
        try await Schema.migrate(store, at: now)
        let bank = try Bank(yaml: bankText, file: "bank.yml")
        let world = IntakeWorld(folder: folder, store: store, bank: bank)
        try await store.write { writer in
            try putPeople(in: writer)
            for conference in conferences { try world.putSurveys(waves, of: conference, in: writer) }
        }
        return world
    }

    /// An intake over the store, as a process would open it.
    func intake(_ change: (inout IntakeOptions) -> Void = { _ in }, at now: Timestamp = IntakeWorld.now) -> Intake {
        var options = IntakeOptions()
        change(&options)
        return Intake(store: store, keys: keys, time: FixedTime(now), options: options)
    }

    var path: String { folder.appendingPathComponent("genklang.sqlite").path }

    var keys: PseudonymKeys { PseudonymKeys(folder: folder.appendingPathComponent("keys").path) }

    static func token(_ person: Int, _ survey: SurveyID) -> String { "token-\(person)-\(survey)" }

    func putSurveys(_ waves: [Wave], of conference: ConferenceID, in writer: any SQLWriting) throws {
        for wave in waves {
            let survey = survey(SurveyID(conference: conference, wave: wave))
            try SurveyRecords.put(
                SurveyRecord(
                    id: survey.id, version: survey.version, opensAt: IntakeWorld.now.adding(days: -1),
                    closesAt: IntakeWorld.now.adding(days: 7)),
                definition: survey.definition, at: IntakeWorld.now, in: writer)
        }
        try SurveyPairings.keep(
            WavePair.allCases.map { PairedLayout.layout(bank: bank, wavePair: $0) }, of: conference,
            at: IntakeWorld.now, in: writer)
    }

    /// The first conference does not ask P3 after the conference.
    func survey(_ id: SurveyID) -> Survey {
        let items = bank.items.filter { item in
            item.waves.contains(id.wave)
                && !(item.name == ItemName("P3") && id.wave == .after && id.conference == IntakeWorld.conferences[0])
        }
        return Survey(
            id: id, title: LocalizedText("Enkät", "Survey"),
            pages: [
                SurveyPage(
                    name: "all", title: LocalizedText("Allt", "All"),
                    questions: items.map { Question(item: $0, isRequired: $0.name == ItemName("P1")) })
            ])
    }

    private static func putPeople(in writer: any SQLWriting) throws {
        try BoardRecords.put([BoardRecord(id: board, name: "Länsstyrelsen", createdAt: now)], in: writer)
        guard let date = CalendarDate(year: 2016, month: 1, day: 29) else { return }
        try ConferenceRecords.put(
            conferences.map {
                ConferenceRecord(
                    id: $0, board: board, date: date, place: "Jönköping", hostMunicipality: MunicipalityCode("0680"),
                    hostCounty: CountyCode("06"), counties: [CountyCode("06")], themes: nil)
            }, in: writer)
        try ParticipantRecords.insert(
            people.map { person in
                ParticipantRecord(
                    id: person.id, board: board, email: "\(person.id)@example.org",
                    emailKey: "\(person.id)@example.org", name: "Namn", municipality: nil, county: nil,
                    organisationKey: person.organisation, organisationName: nil, organisationType: person.type,
                    role: nil, createdAt: now, updatedAt: now)
            }, in: writer)
        for conference in conferences {
            for wave in Wave.allCases {
                let survey = SurveyID(conference: conference, wave: wave)
                try InvitationRecords.put(
                    people.indices.map {
                        InvitationRecord(
                            tokenHash: Token.hash(token($0, survey)), survey: survey, participant: people[$0].id,
                            createdAt: now)
                    }, in: writer)
            }
        }
    }

    private static let bankText = """
        scales:
          - name: three
            ordered: true
            points:
              - { code: 3, sv: Hög, en: High }
              - { code: 2, sv: Mellan, en: Middle }
              - { code: 1, sv: Låg, en: Low }
            dontKnow: { sv: Vet ej, en: "Don't know" }
            notApplicable: { sv: Ej aktuellt, en: Not relevant }
          - name: two
            ordered: true
            points:
              - { code: 2, sv: Mer, en: More }
              - { code: 1, sv: Mindre, en: Less }
        items:
          - { name: P1, construct: a, waves: [before, after, three-months], type: scale, paired: true, scale: three, polarity: positive, level: learning, text: { sv: Ett, en: One } }
          - { name: P2, construct: a, waves: [before, after, three-months], type: scale, paired: true, scale: two, polarity: positive, level: learning, text: { sv: Två, en: Two } }
          - { name: P3, construct: a, waves: [before, after], type: scale, paired: true, scale: two, polarity: positive, level: learning, text: { sv: Tre, en: Three } }
          - { name: U1, construct: b, waves: [after], type: scale, scale: two, polarity: positive, text: { sv: Fyra, en: Four } }
          - { name: N2, construct: c, waves: [before, after, three-months], type: long-text, keptWith: contact, maxLength: 200, text: { sv: Behov, en: Needs } }
        """
}
