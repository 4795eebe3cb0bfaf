import Chronology
import Crypto
import Expressions
import Foundation
import Logging
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Surveying
import Web
import Wording

/// A node with one conference, one open survey and one invited person, in a folder of its own.
struct StoredNode: Sendable {
    let folder: String
    let store: any StorageDriver
    let intake: Intake
    let desk: SurveyDesk

    static let token = "0123456789abcdefghjkmnpqrs"
    static let laterToken = "aaaaaaaaaabbbbbbbbbbcccccc"
    static let otherToken = "zyxwvtsrqpnmkjhgfedcba9876"
    static let survey = SurveyID(conference: ConferenceID("st2016-10"), wave: .before)
    static let closedSurvey = SurveyID(conference: ConferenceID("st2016-10"), wave: .after)
    static let laterSurvey = SurveyID(conference: ConferenceID("st2016-10"), wave: .threeMonths)
    /// 1 February 2016, 12:00 in Sweden.
    static let now = Timestamp(seconds: 1_454_324_400)

    /// Runs the body with a node, and removes its folder afterwards.
    static func with<Result: Sendable>(_ body: @Sendable (StoredNode) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "genklang-web-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let node = try await StoredNode(folder: folder)
        let result: Swift.Result<Result, any Error>
        do { result = .success(try await body(node)) } catch { result = .failure(error) }
        try await node.store.close()
        return try result.get()
    }

    private init(folder: String) async throws {
        self.folder = folder
        store = try await SQLiteDriver.open(path: "\(folder)/store.sqlite", owner: "a test")
        _ = try await Schema.migrate(store, at: StoredNode.now)
        let keys = PseudonymKeys(folder: "\(folder)/keys")
        let time = FixedTime(StoredNode.now)
        intake = Intake(
            store: store, keys: keys, time: time, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        desk = SurveyDesk(store: store, intake: intake, keys: keys, time: time)
        try await store.write { try StoredNode.fill($0) }
    }

    private static func fill(_ writer: any SQLWriting) throws {
        let board = BoardID("lst-h")
        try BoardRecords.put([BoardRecord(id: board, name: "Länsstyrelsen i Kalmar län", createdAt: now)], in: writer)
        try ConferenceRecords.put(
            [
                ConferenceRecord(
                    id: survey.conference, board: board, date: CalendarDate(daysSince1970: 16_841), place: "Kalmar",
                    hostMunicipality: MunicipalityCode("0880"), hostCounty: CountyCode("08"),
                    counties: [CountyCode("08")], themes: nil)
            ], in: writer)
        let person = ParticipantRecord(
            id: ParticipantID("p-1"), board: board, email: "anna@example.org", emailKey: "anna@example.org",
            name: "Anna Andersson", municipality: nil, county: nil,
            organisationKey: OrganisationKey("municipality:0880"), organisationName: nil,
            organisationType: OrganisationTypeID("kommun"), role: nil, createdAt: now, updatedAt: now)
        try ParticipantRecords.insert([person], in: writer)
        for (id, token, closes) in [
            (survey, token, 10), (closedSurvey, otherToken, -1), (laterSurvey, laterToken, 10),
        ] {
            let asked = questionnaire(id)
            try SurveyRecords.put(
                SurveyRecord(
                    id: id, version: asked.version, opensAt: now.adding(days: -10),
                    closesAt: now.adding(days: Int64(closes))),
                definition: asked.definition, at: now, in: writer)
            try InvitationRecords.put(
                [
                    InvitationRecord(
                        tokenHash: TokenHash(bytes: Array(SHA256.hash(data: Array(token.utf8)))), survey: id,
                        participant: person.id, createdAt: now)
                ], in: writer)
        }
    }

    /// Two scale items (one required), a text, and one need that is kept with the contact.
    static func questionnaire(_ id: SurveyID) -> Survey {
        let scale = Scale(
            name: "kannedom",
            points: [
                ScalePoint(code: .number(5), label: LocalizedText("Mycket väl", "Very well")),
                ScalePoint(code: .number(1), label: LocalizedText("Inte alls", "Not at all")),
            ], isOrdered: true)
        func item(_ name: String, _ type: String, _ text: String) -> Item {
            Item(
                name: ItemName(name), construct: "prov", waves: [.before, .after],
                questionType: QuestionTypeName(type), text: LocalizedText(text, "In English: \(text)"))
        }
        var first = item("P01", "scale", "Hur väl känner du till stödet?")
        first.scale = scale
        var second = item("P02", "scale", "Är <script>alert(1)</script> text?")
        second.scale = scale
        var question = item("Q1", "long-text", "Vilken fråga vill du få svar på?")
        question.maxLength = 500
        var need = item("N2", "long-text", "Vad behöver ni hjälp med?")
        need.maxLength = 500
        need.keptWith = .contact
        var detail = item("P03", "scale", "Vad var svårast?")
        detail.scale = scale
        let details =
            id == laterSurvey
            ? [
                SurveyPage(
                    name: "detail", title: LocalizedText("Mer", "More"),
                    questions: [Question(item: detail, visibleIf: try? Condition("{P01} != 1"))])
            ] : []
        let lead = id == laterSurvey ? LocalizedText("Du undrade: {before.Q1}", "You asked: {before.Q1}") : nil
        return Survey(
            id: id, title: LocalizedText("Inför konferensen", "Before the conference"),
            pages: [
                SurveyPage(
                    name: "p1", title: LocalizedText("Det du känner till", "What you know"),
                    questions: [Question(item: first, isRequired: true), Question(item: second)])
            ] + details + [
                SurveyPage(
                    name: "p2", title: LocalizedText("Det du behöver", "What you need"),
                    questions: [Question(item: question, lead: lead), Question(item: need)])
            ])
    }

    /// What is stored of tables and keys, as one text that changes with any of it.
    func contents() async throws -> String {
        let keys = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/keys")) ?? []
        return try await "\(keys.sorted())\n"
            + store.read { reader in
                try ["responses", "contact_answers", "surveys", "outbox", "paired_tables", "suppressions", "meta"].map {
                    try reader.query("SELECT * FROM \($0) ORDER BY 1, 2", []).map { "\($0)" }.joined(separator: "\n")
                }.joined(separator: "\n--\n")
            }
    }
}
