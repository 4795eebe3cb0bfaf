import Chronology
import Foundation
import Operations
import Registers
import SQLiteStorage
import SourceText
import Storage
import Web
import Webhooks
import Wording

/// A workspace and its open store: what most commands work with.
struct OpenNode: Sendable {
    let workspace: Workspace
    let store: SQLiteDriver
    let time: any TimeSource

    /// Reads the workspace whole, opens its store (made if it is not there), brings the schema up to date,
    /// an older store after a backup, and tells the store of the boards and conferences.
    ///
    /// - Parameter command: what others read when they wait for the store in vain.
    static func open(
        at root: String, as command: String, time: any TimeSource = SystemTime()
    ) async throws -> OpenNode {
        try await open(Workspace(at: root), as: command, time: time)
    }

    /// As ``open(at:as:time:)``, of a workspace that has been read.
    static func open(
        _ workspace: Workspace, as command: String, time: any TimeSource = SystemTime(),
        options: SQLiteDriver.Options = SQLiteDriver.Options()
    ) async throws -> OpenNode {
        try FileManager.default.createDirectory(
            atPath: workspace.dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let store = try await SQLiteDriver.open(
            path: workspace.storePath, owner: "genklang \(command)", options: options)
        let node = OpenNode(workspace: workspace, store: store, time: time)
        do {
            try await node.prepare()
        } catch {
            try? await store.close()
            throw error
        }
        return node
    }

    /// Opens a node for one command's work and closes it, however that ends.
    static func with(
        _ options: CommonOptions, as command: String, _ work: (OpenNode) async throws -> Void
    ) async throws {
        try await with(Workspace(at: options.workspace), as: command, work)
    }

    /// As ``with(_:as:_:)``, of a workspace that has been read.
    static func with(
        _ workspace: Workspace, as command: String, options: SQLiteDriver.Options = SQLiteDriver.Options(),
        _ work: (OpenNode) async throws -> Void
    ) async throws {
        let node = try await open(workspace, as: command, options: options)
        do {
            try await work(node)
        } catch {
            await node.close()
            throw error
        }
        await node.close()
    }

    func close() async {
        try? await store.close()
    }

    private func prepare() async throws {
        let now = time.now()
        let migration = try await StoreMigration.migrate(store, backups: workspace.backupFolder, at: now)
        for backup in migration.steps.compactMap(\.backup) {
            Terminal.note(
                say(
                    "Lagrets schema uppdateras; det förra ligger i \(backup.path).",
                    "The store's schema is brought up to date; the former store is in \(backup.path)."))
        }
        let boards = workspace.frame.boards.compactMap { agency in
            agency.board.map { BoardRecord(id: $0, name: agency.name.swedish, createdAt: now) }
        }
        let stated = workspace.conferences
        try await store.write { writer in
            try BoardRecords.put(boards, in: writer)
            let known = try ConferenceRecords.list(.node, in: writer)
            let programmes = Dictionary(known.map { ($0.id, $0.themes) }) { first, _ in first }
            try ConferenceRecords.put(
                stated.map { ConferenceRecord($0, themes: $0.themes ?? programmes[$0.id] ?? nil) }, in: writer)
        }
    }

    /// The conferences with the programmes that the store knows.
    func conferences() async throws -> [Conference] {
        let programmes = try await store.read { reader in
            Dictionary(try ConferenceRecords.list(.node, in: reader).map { ($0.id, $0.themes) }) { first, _ in first }
        }
        return workspace.conferences.map { $0.with(themes: $0.themes ?? programmes[$0.id] ?? nil) }
    }

    func conference(_ id: ConferenceID) async throws -> Conference {
        let stated = try workspace.stated(id)
        return try await conferences().first { $0.id == id } ?? stated
    }
}

extension Workspace {
    /// The conference as the workspace's files have it, without a programme that only the store knows.
    ///
    /// Throws ``Failure`` with the id that was perhaps meant.
    func stated(_ id: ConferenceID) throws -> Conference {
        if let conference = conference(id) { return conference }
        let advice = Spelling.advice(for: id.rawValue, known: conferences.map(\.id.rawValue)) ?? ""
        throw Failure("Det finns ingen konferens \(id). \(advice)", "There is no conference \(id). \(advice)")
    }
}

extension ConferenceRecord {
    init(_ conference: Conference, themes: [ThemeID]?) {
        self.init(
            id: conference.id, board: conference.board, date: conference.date, place: conference.place,
            hostMunicipality: conference.hostMunicipality, hostCounty: conference.hostCounty,
            counties: conference.counties, themes: themes)
    }
}
