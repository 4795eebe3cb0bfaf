import Chronology
import Documents
import Foundation
import Mailing
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Synchronization

/// A store with one conference, its participants and surveys, and letters that name everything a letter can.
final class SendingFixture: Sendable {
    static let conference = ConferenceID("st2016-10")
    static let board = BoardID("lst-h")
    static let baseURL = "https://enkat.example.org"
    /// Three weeks before Kalmar, Friday 26 February 2016, at 08:00 in Sweden.
    static let sendAt = Timestamp(seconds: 1_454_655_600)

    let folder: String
    let store: SQLiteDriver
    let time: MovableTime
    let participants: [ParticipantRecord]

    /// `people` are registered; whoever's number is in `statuses` has another status, and whoever's is in `sharing`
    /// has the address of the one whose number stands there.
    init(
        people: Int, statuses: [Int: RegistrationStatus] = [:], emails: [Int: String] = [:],
        sharing: [Int: Int] = [:]
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-sending-\(UUID().uuidString)")
            .path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let store = try await SQLiteDriver.open(path: "\(folder)/genklang.sqlite", owner: "the sending tests")
        let now = Timestamp(seconds: 1_452_000_000)
        try await Schema.migrate(store, at: now)
        let participants = (0..<people).map { number in
            let owner = sharing[number] ?? number
            let email = emails[owner] ?? "anna\(owner)@kommun\(owner % 7).example.org"
            let place = sharing.keys.sorted().filter { sharing[$0] == owner }.firstIndex(of: number)
            return ParticipantRecord(
                id: ParticipantID("p-\(number)"), board: Self.board, email: email,
                emailKey: email.lowercased() + (place.map { "#\($0 + 2)" } ?? ""),
                name: "Åsa Öberg \(number)", municipality: nil, county: nil, organisationKey: nil,
                organisationName: nil, organisationType: OrganisationTypeID("kommun"), role: nil, createdAt: now,
                updatedAt: now)
        }
        try await store.write { writer in
            try BoardRecords.put([BoardRecord(id: Self.board, name: "Länsstyrelsen", createdAt: now)], in: writer)
            try ConferenceRecords.put(
                [
                    ConferenceRecord(
                        id: Self.conference, board: Self.board, date: Self.date, place: "Kalmar",
                        hostMunicipality: MunicipalityCode("0880"), hostCounty: CountyCode("08"),
                        counties: [CountyCode("08")], themes: nil)
                ], in: writer)
            try ParticipantRecords.insert(participants, in: writer)
            try RegistrationRecords.put(
                participants.enumerated().map { number, person in
                    RegistrationRecord(
                        conference: Self.conference, participant: person.id, status: statuses[number] ?? .registered,
                        registeredAt: now, updatedAt: now)
                }, in: writer)
            for wave in Wave.allCases {
                let survey = SurveyRecord(
                    id: SurveyID(conference: Self.conference, wave: wave), version: "v-\(wave.rawValue)", opensAt: now,
                    closesAt: Timestamp(seconds: 1_470_000_000))
                try SurveyRecords.put(survey, definition: "{}", at: now, in: writer)
            }
        }
        self.folder = folder
        self.store = store
        self.participants = participants
        time = MovableTime(Self.sendAt)
    }

    func close() async throws {
        try await store.close()
        try FileManager.default.removeItem(atPath: folder)
    }

    static var date: CalendarDate { CalendarDate(year: 2016, month: 2, day: 26) ?? CalendarDate(daysSince1970: 0) }

    /// A letter that says little and needs nothing that the context lacks.
    static let files = [
        "before/wave.yml": settings("before", "registered", days: -21, expires: -2),
        "reminder/wave.yml": settings("before", "unanswered", days: -16, expires: -2),
        "after/wave.yml": settings("after", "attended", days: 1, expires: 14),
        "before/subject.sv.txt": "Ämne i {{place}}", "before/subject.en.txt": "Subject",
        "before/body.sv.md": "Hej{{#name}} {{name}}{{/name}}!\n\n{{survey_link}}\n",
        "before/body.en.md": "Hello\n\n{{survey_link}}\n",
        "reminder/subject.sv.txt": "Påminnelse", "reminder/subject.en.txt": "Reminder",
        "reminder/body.sv.md": "Hej{{#name}} {{name}}{{/name}}!\n\n{{survey_link}}\n",
        "reminder/body.en.md": "{{survey_closes}}\n",
        "after/subject.sv.txt": "Tack", "after/subject.en.txt": "Thanks", "after/body.sv.md": "{{survey_link}}\n",
        "after/body.en.md": "{{survey_link}}\n",
        "footer.sv.md": "{{board}} {{unsubscribe_link}}\n", "footer.en.md": "{{board}} {{unsubscribe_link}}\n",
    ]

    private static func settings(_ survey: String, _ audience: String, days: Int, expires: Int) -> String {
        """
        survey: \(survey)
        audience: \(audience)
        send: {days: \(days), at: "08:00"}
        expires: {days: \(expires), at: "17:00"}
        """
    }

    func sending(
        _ transport: any LetterTransport, store: (any StorageDriver)? = nil, files: [String: String] = files,
        lettersInFlight: Int? = nil, isDelayConfirmed: Bool = false
    ) throws -> Sending {
        Sending(
            store: store ?? self.store, mailings: try MailingSet(files: files),
            transport: lettersInFlight.map { BoundTransport(base: transport, lettersInFlight: $0) } ?? transport,
            time: time,
            options: Sending.Options(
                keyFolder: "\(folder)/keys", lockFolder: "\(folder)/locks", isDelayConfirmed: isDelayConfirmed),
            markdown: Markdown.html)
    }

    func context() throws -> LetterContext {
        var values = LocalizedValues()
        try values.set(.place, both: "Kalmar")
        try values.set(.board, both: "Länsstyrelsen i Kalmar län")
        return LetterContext(
            conference: Conference(
                id: Self.conference, date: Self.date, place: "Kalmar", hostMunicipality: MunicipalityCode("0880"),
                hostCounty: CountyCode("08"), counties: [CountyCode("08")], board: Self.board, themes: nil),
            sender: LetterSender(
                from: try Mailbox(name: "Länsstyrelsen i Kalmar län", address: "konferens@lst-h.example.org"),
                isSimulated: true),
            values: values, listID: ListID(name: "Sverige tillsammans Kalmar", id: "st2016-10.lst-h.example.org"),
            baseURL: Self.baseURL)
    }

    func letters(_ name: String) async throws -> [LetterRecord] {
        try await store.read { reader in
            let wave = try LetterWaveRecords.find(name: name, conference: Self.conference, .node, in: reader)
            return try wave.map { try LetterRecords.list(wave: $0.id, in: reader) } ?? []
        }
    }
}

/// A clock that a test moves.
final class MovableTime: TimeSource {
    private let instant: Mutex<Timestamp>

    init(_ instant: Timestamp) {
        self.instant = Mutex(instant)
    }

    func now() -> Timestamp { instant.withLock { $0 } }

    func move(bySeconds seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }
}
