import Chronology
import Crypto
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Wording

/// A store with five conferences of thirty people each, who answer by a pattern that can be counted by hand.
final class ReleasingWorld: Sendable {
    static let now = Timestamp(rfc3339: "2016-04-15T08:30:00Z") ?? Timestamp(microseconds: 0)
    static let board = BoardID("lst-f")
    static let conferences = (1...5).map { ConferenceID("st2016-0\($0)") }
    static let peoplePerConference = 30
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let folder: URL
    let store: any StorageDriver
    let bank: Bank
    let frame: Frame
    let intake: Intake

    private init(folder: URL, store: any StorageDriver, bank: Bank, frame: Frame) {
        self.folder = folder
        self.store = store
        self.bank = bank
        self.frame = frame
        intake = Intake(
            store: store, keys: PseudonymKeys(folder: folder.appending(path: "keys").path),
            time: FixedTime(ReleasingWorld.now))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func make() async throws -> ReleasingWorld {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let store = try await SQLiteDriver.open(path: folder.appending(path: "genklang.sqlite").path, owner: "tests")
        try await Schema.migrate(store, at: now)
        var files: [String: String] = [:]
        for name in Frame.fileNames {
            files[name] = try String(
                contentsOf: root.appending(path: "seeds/registers/\(name)"), encoding: .utf8)
        }
        let world = ReleasingWorld(
            folder: folder, store: store, bank: try Bank(yaml: bankText, file: "bank.yml"),
            frame: try Frame(files: files))
        try await store.write { writer in try world.putConferences(in: writer) }
        return world
    }

    var keys: PseudonymKeys { PseudonymKeys(folder: folder.appending(path: "keys").path) }
    var releasing: Releasing { Releasing(store: store, frame: frame, bank: bank, keys: keys) }

    /// Five municipalities and a county council, five people each; a number is at another one at the next conference.
    static func organisation(_ person: Int, at conference: ConferenceID) -> (
        key: OrganisationKey, type: OrganisationTypeID
    ) {
        let municipalities = ["0680", "0682", "0683", "0684", "0685"]
        let place = (person + (conferences.firstIndex(of: conference) ?? 0)) % 6
        return place < 5
            ? (.municipality(MunicipalityCode(municipalities[place])), OrganisationTypeID("kommun"))
            : (.council(CountyCouncilID("cc-06")), OrganisationTypeID("landsting_region"))
    }

    static func person(_ conference: ConferenceID, _ number: Int) -> ParticipantID {
        ParticipantID("\(conference)-p\(number)")
    }

    static func letter(_ survey: SurveyID, _ number: Int) -> LetterID { LetterID("letter-\(survey)-\(number)") }

    /// What the relay came to say of some letters, in the place of taking them.
    func settle(_ survey: SurveyID, _ numbers: Range<Int>, as state: String) async throws {
        try await store.write { writer in
            for number in numbers {
                try LetterRecords.take(
                    LetterTransition(
                        id: ReleasingWorld.letter(survey, number), from: "accepted", to: state, attempts: 1),
                    in: writer)
            }
        }
    }

    static func token(_ survey: SurveyID, _ number: Int) -> String { "token-\(survey)-\(number)" }

    func answer(
        _ survey: SurveyID, _ number: Int, revision: Int64 = 1, _ answers: [(name: String, value: AnswerValue)]
    ) async -> IntakeVerdict {
        await intake.submit(
            Submission(
                source: "form", id: "\(survey)-\(number)", revision: revision, survey: survey,
                token: ReleasingWorld.token(survey, number), answers: answers, submittedAt: ReleasingWorld.now))
    }

    private func survey(_ id: SurveyID) -> Survey {
        let roster =
            [("municipality:0680", "Jönköping"), ("council:cc-06", "Landstinget"), ("agency:af", "AF")]
            .map {
                RosterChoice(organisation: OrganisationKey($0.0), name: $0.1, group: LocalizedText("x", "x")).choice
            }
            + [Choice(code: .word(RosterAnswer.none), label: LocalizedText("Ingen", "None"), isExclusive: true)]
        return Survey(
            id: id, title: LocalizedText("Enkät", "Survey"),
            pages: [
                SurveyPage(
                    name: "all", title: LocalizedText("Allt", "All"),
                    questions: bank.items.filter { $0.waves.contains(id.wave) }.map { item in
                        Question(item: item, choices: item.choiceSource == .roster ? roster : nil)
                    })
            ])
    }

    private func putConferences(in writer: any SQLWriting) throws {
        let (now, board) = (ReleasingWorld.now, ReleasingWorld.board)
        try BoardRecords.put([BoardRecord(id: board, name: "Länsstyrelsen", createdAt: now)], in: writer)
        for (place, id) in ReleasingWorld.conferences.enumerated() {
            guard let date = CalendarDate(year: 2016, month: 2, day: place + 1) else { return }
            try ConferenceRecords.put(
                [
                    ConferenceRecord(
                        id: id, board: board, date: date, place: "Ort \(place + 1)",
                        hostMunicipality: MunicipalityCode("0680"), hostCounty: CountyCode("06"),
                        counties: [CountyCode("06")], themes: nil)
                ], in: writer)
            try putPeople(of: id, in: writer)
            for wave in [Wave.before, .after] {
                let survey = survey(SurveyID(conference: id, wave: wave))
                try SurveyRecords.put(
                    SurveyRecord(
                        id: survey.id, version: survey.version, opensAt: now.adding(days: -90),
                        closesAt: now.adding(days: 7)),
                    definition: survey.definition, at: now, in: writer)
            }
            try SurveyPairings.keep(
                WavePair.allCases.map { PairedLayout.layout(bank: bank, wavePair: $0) }, of: id, at: now, in: writer)
        }
    }

    private func putPeople(of conference: ConferenceID, in writer: any SQLWriting) throws {
        let now = ReleasingWorld.now
        let numbers = 0..<ReleasingWorld.peoplePerConference
        try ParticipantRecords.insert(
            numbers.map { number in
                let organisation = ReleasingWorld.organisation(number, at: conference)
                let id = ReleasingWorld.person(conference, number)
                return ParticipantRecord(
                    id: id, board: ReleasingWorld.board, email: "\(id)@example.org", emailKey: "\(id)@example.org",
                    name: "Namn", municipality: nil, county: nil, organisationKey: organisation.key,
                    organisationName: nil, organisationType: organisation.type, role: nil, createdAt: now,
                    updatedAt: now)
            }, in: writer)
        try RegistrationRecords.put(
            numbers.map { number in
                RegistrationRecord(
                    conference: conference, participant: ReleasingWorld.person(conference, number),
                    status: .registered, registeredAt: now, updatedAt: now)
            }, in: writer)
        for wave in [Wave.before, .after] {
            let survey = SurveyID(conference: conference, wave: wave)
            try InvitationRecords.put(
                numbers.map { number in
                    InvitationRecord(
                        tokenHash: TokenHash(
                            bytes: Array(SHA256.hash(data: Array(ReleasingWorld.token(survey, number).utf8)))),
                        survey: survey, participant: ReleasingWorld.person(conference, number), createdAt: now)
                }, in: writer)
            let letters = LetterWaveID("\(survey)")
            try LetterWaveRecords.insert(
                LetterWaveRecord(
                    id: letters, board: ReleasingWorld.board, conference: conference, name: wave.rawValue,
                    surveyWave: wave, templateDigest: "", state: "done", sendAt: now, expiresAt: now), in: writer)
            try LetterRecords.insert(
                numbers.map { number in
                    let person = ReleasingWorld.person(conference, number)
                    return LetterRecord(
                        id: ReleasingWorld.letter(survey, number), wave: letters, participant: person,
                        address: "\(person)@example.org", addressKey: "\(person)@example.org",
                        messageID: "\(survey)-\(number)", state: "accepted", nextAttemptAt: nil, queuedAt: now)
                }, in: writer)
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
          - name: agencies
            points:
              - { code: mv, sv: Migrationsverket, en: Migration Agency }
              - { code: af, sv: Arbetsförmedlingen, en: Employment Service }
            dontKnow: { sv: Vet ej, en: "Don't know" }
        items:
          - { name: P01, construct: a, waves: [before, after], type: scale, paired: true, scale: three, polarity: positive, level: learning, text: { sv: Ett, en: One } }
          - { name: K1, construct: a, waves: [before, after], type: knowledge, paired: true, scale: agencies, key: af, level: learning, text: { sv: Vem, en: Who } }
          - { name: R2, construct: b, waves: [after], type: roster, choices: roster, none: { sv: Ingen, en: None }, text: { sv: Med vem, en: With whom } }
        """
}
