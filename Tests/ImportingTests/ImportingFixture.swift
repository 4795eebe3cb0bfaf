import Chronology
import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage

/// A store with the boards and one conference, and the repository's own lists.
final class ImportingFixture: Sendable {
    struct State: Equatable, Sendable {
        var people: [ParticipantRecord]
        var registrations: [RegistrationRecord]
        var imports: [ImportRecord]
        var lines: [ImportLineRecord]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let store: SQLiteDriver
    private let folder: URL
    let keyFolder: String
    let outboxFolder: String
    let erasures: ErasureKeys
    let now = Timestamp(seconds: 1_452_000_000)
    private let importing: Importing
    private let review: ConflictReview
    private let conference: Conference
    let frame: Frame

    static func frame() throws -> Frame {
        let texts = try Frame.fileNames.map { name in
            try String(contentsOf: root.appending(path: "seeds/registers/\(name)"), encoding: .utf8)
        }
        return try Frame(files: Dictionary(zip(Frame.fileNames, texts)) { first, _ in first })
    }

    /// - Parameter chunk: records in one transaction.
    init(chunk: Int = 10_000) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "genklang-importing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let frame = try Self.frame()
        let csv = try String(contentsOf: Self.root.appending(path: "seeds/conferences.csv"), encoding: .utf8)
        let list = try ConferenceList(csv: csv, file: "conferences.csv", frame: frame)
        guard let conference = list[ConferenceID("st2016-10")] else { throw CocoaError(.fileReadCorruptFile) }
        self.conference = conference
        self.frame = frame
        let now = Timestamp(seconds: 1_452_000_000)
        let path = folder.appending(path: "genklang.sqlite").path()
        store = try await SQLiteDriver.open(path: path, owner: "the importing tests")
        try await Schema.migrate(store, at: now)
        try await store.write { [now] writer in
            try BoardRecords.put([BoardRecord(id: conference.board, name: "Länsstyrelsen", createdAt: now)], in: writer)
            try ConferenceRecords.put(
                [
                    ConferenceRecord(
                        id: conference.id, board: conference.board, date: conference.date, place: conference.place,
                        hostMunicipality: conference.hostMunicipality, hostCounty: conference.hostCounty,
                        counties: conference.counties, themes: nil)
                ], in: writer)
        }
        keyFolder = folder.appending(path: "keys").path()
        outboxFolder = folder.appending(path: "outbox").path()
        erasures = ErasureKeys(folder: keyFolder)
        importing = Importing(
            store: store, frame: frame, erasures: erasures, time: FixedTime(now), chunk: chunk)
        review = ConflictReview(store: store, frame: frame, time: FixedTime(now))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @discardableResult
    func run(_ file: String) async throws -> ImportReport {
        let bytes = try Data(contentsOf: Self.root.appending(path: "seeds/demo/imports/\(file)"))
        return try await run(ImportedFile(name: file, bytes: Array(bytes)))
    }

    @discardableResult
    func run(text: String) async throws -> ImportReport {
        try await run(ImportedFile(name: "lista.csv", bytes: Array(text.utf8)))
    }

    func comparison(text: String) async throws -> ImportComparison {
        let file = ImportedFile(name: "lista.csv", bytes: Array(text.utf8))
        return try await ImportComparing(
            store: store, frame: frame, erasures: erasures, time: FixedTime(Timestamp(seconds: 1_452_000_000))
        )
        .comparison(of: file, as: importing.outcome(of: file), for: conference)
    }

    /// As somebody at the board does it, some time after the imports.
    func setStatus(_ status: RegistrationStatus, of emailKey: String) async throws {
        try await store.write { [conference] writer throws -> Void in
            let people = try ParticipantRecords.ids(byEmailKey: [emailKey], board: conference.board, in: writer)
            try RegistrationRecords.setStatus(
                status, of: Array(people.values), conference: conference.id, .node,
                at: Timestamp(seconds: 1_452_000_050), in: writer)
        }
    }

    /// The status of everybody registered, by address key.
    func statuses() async throws -> [String: RegistrationStatus] {
        let state = try await state()
        let keys = Dictionary(state.people.map { ($0.id, $0.emailKey) }) { first, _ in first }
        return Dictionary(state.registrations.map { (keys[$0.participant] ?? "", $0.status) }) { first, _ in first }
    }

    func undo(_ id: ImportID) async throws -> ImportUndoing.Result? {
        try await ImportUndoing(store: store, frame: frame, time: FixedTime(Timestamp(seconds: 1_452_000_100))).undo(
            id, .node)
    }

    func conflicts() async throws -> [Conflict] {
        try await review.conflicts(.node)
    }

    @discardableResult
    func decide(_ conflict: Conflict, _ decision: ConflictDecision) async throws -> ConflictReview.Result {
        var random = SystemRandomNumberGenerator()
        return try await review.decide(conflict.key, decision, .node, using: &random)
    }

    /// - Parameter emailKey: of somebody stored.
    func erase(_ emailKey: String) async throws -> PersonErasure.Report? {
        guard let id = try await state().people.first(where: { $0.emailKey == emailKey })?.id else { return nil }
        let keys = PseudonymKeys(folder: "/nonexistent")
        let time = FixedTime(Timestamp(seconds: 1_452_000_500))
        return try await PersonErasure(
            store: store, intake: Intake(store: store, keys: keys, time: time), keys: keys, erasures: erasures,
            outbox: OutboxFolder(folder: outboxFolder), time: time
        ).erase(id, .node, decision: "851-1-2016")
    }

    func rejected(_ id: ImportID) async throws -> RejectedRows {
        try await store.read { reader in
            guard let file = try ImportRecords.list(.node, in: reader).first(where: { $0.id == id }) else {
                throw CocoaError(.fileNoSuchFile)
            }
            return try RejectedRows(of: file, .node, in: reader)
        }
    }

    /// Every column of every row about people.
    func peopleTables() async throws -> [[SQLValue]] {
        try await store.read { reader in
            try [
                ("participants", "id", 13), ("registrations", "conference, participant", 6),
                ("registration_themes", "conference, participant, theme", 3), ("suppressions", "address_key", 4),
            ].flatMap { table, order, columns in
                try reader.query("SELECT * FROM \(table) ORDER BY \(order)", []).map { row in
                    [.text(table)] + (0..<columns).map(row.value)
                }
            }
        }
    }

    private func run(_ file: ImportedFile) async throws -> ImportReport {
        var random = SystemRandomNumberGenerator()
        return try await importing.run(file, for: conference, using: &random)
    }

    func day() -> ConferenceDay {
        ConferenceDay(
            conference, store: store, frame: frame, erasures: erasures,
            time: FixedTime(Timestamp(seconds: 1_452_000_200)))
    }

    func outcome(text: String) throws -> ImportOutcome {
        try importing.outcome(of: ImportedFile(name: "lista.csv", bytes: Array(text.utf8)))
    }

    func register(_ people: [CleanParticipant]) async throws -> StoredPeople {
        var random = SystemRandomNumberGenerator()
        return try await importing.register(people, for: conference, using: &random)
    }

    func state() async throws -> State {
        try await store.read { [conference] reader in
            let imports = try ImportRecords.list(.node, in: reader)
            return State(
                people: try ParticipantRecords.list(conference: conference.id, .node, in: reader),
                registrations: try RegistrationRecords.list(conference: conference.id, .node, in: reader),
                imports: imports,
                lines: try imports.flatMap { try ImportRecords.lines(of: $0.id, .node, in: reader) })
        }
    }
}
