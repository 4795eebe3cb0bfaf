import Chronology
import Foundation
import Logging
import Operations
import Registers
import SQLiteStorage
import ServiceLifecycle
import Storage
import Surveying
import Testing
import Wording

@Suite struct StoreKeepingTests {
    private func answered() async throws -> (IntakeWorld, SQLiteDriver) {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        for person in 0..<4 {
            #expect(await intake.submit(.sample("b\(person)", of: person)).receipt != nil)
            #expect(
                await intake.submit(.sample("a\(person)", of: person, to: .firstAfter, p1: .number(3))).receipt != nil)
        }
        return (world, try #require(world.store as? SQLiteDriver))
    }

    @Test("a sound store is said to be, with its counts")
    func sound() async throws {
        let (_, store) = try await answered()
        let check = try await StoreCheck.check(store)
        #expect(check.isSound, "\(check)")
        #expect(check.responses == 8)
        #expect(check.countedResponses == 8)
        #expect(check.tombstones == 0)
        #expect(check.participants == 4)
        // Nation, a conference, three types and three organisations (one of them none), for three wave pairs.
        #expect(check.tables == 3 * (1 + 1 + 3 + 3))
    }

    @Test(
        "A8: one tampered cell, answer, count, table or reference turns the check red",
        arguments: [
            "UPDATE paired_tables SET cells = (SELECT cells FROM paired_tables WHERE breakdown = 'nation') WHERE breakdown = 'type:kommun'",
            "UPDATE paired_tables SET cells = x'0100' WHERE breakdown = 'nation'",
            "UPDATE paired_tables SET cells = x'FF' WHERE breakdown = 'conference:st2016-01'",
            "DELETE FROM paired_tables WHERE breakdown = 'cluster:st2016-01:'",
            "INSERT INTO paired_tables SELECT layout, 'type:annat', 1, cells FROM paired_tables WHERE breakdown = 'nation'",
            "UPDATE responses SET answers = '{\"P1\":1,\"P2\":1}' WHERE id = 'b0'",
            "UPDATE responses SET answers = 'x' WHERE id = 'b0'",
            "UPDATE responses SET counted = 0 WHERE id = 'a1'",
            "DELETE FROM responses WHERE id = 'a2'",
            "UPDATE responses SET organisation_type = 'kommun' WHERE id = 'a3'",
            "UPDATE pairings SET asked = '[\"P1\"]'",
        ])
    func tampered(sql: String) async throws {
        let (_, store) = try await answered()
        try await store.write { try $0.execute(sql, []) }
        #expect(try await StoreCheck.check(store).isSound == false)
    }

    @Test("a row that refers to nothing turns the check red")
    func reference() async throws {
        let (world, store) = try await answered()
        try await store.close()
        // The library checks references, a careless tool does not.
        let tool = Process()
        tool.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        tool.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('DELETE FROM participants WHERE id=\\'p1\\''); c.commit()",
            world.path,
        ]
        try tool.run()
        tool.waitUntilExit()
        try #require(tool.terminationStatus == 0)
        let reopened = try await SQLiteDriver.open(path: world.path, owner: "tests")
        let check = try await StoreCheck.check(reopened)
        #expect(check.damages.contains { $0.contains("invitations") })
        #expect(!check.isSound)
        try await reopened.close()
    }

    @Test("A8: a backup is whole, private, holds no key, and is made while the store is in use")
    func backup() async throws {
        let (world, store) = try await answered()
        let folder = world.folder.appendingPathComponent("backups").path
        async let more = world.intake().submit(.sample("late", of: 0, minute: 1))
        let backup = try await StoreBackup.make(of: store, in: folder, at: IntakeWorld.now)
        #expect(await more.receipt != nil)
        let second = try await StoreBackup.make(of: store, in: folder, at: IntakeWorld.now)
        #expect(backup.path == folder + "/genklang-2016-01-28T165320Z.sqlite")
        #expect(second.path == folder + "/genklang-2016-01-28T165320Z-2.sqlite")
        #expect(backup.check.isSound)
        #expect((8...9).contains(backup.check.responses))
        #expect(second.check.responses == 9)
        let mode = try FileManager.default.attributesOfItem(atPath: backup.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: backup.path))
        let key = try Data(contentsOf: world.folder.appendingPathComponent("keys/st2016-01.key"))
        #expect(key.count == 32)
        #expect(bytes.range(of: key) == nil)
    }

    @Test("A8: a backup comes back, and the store that was there is kept aside")
    func restore() async throws {
        let (world, store) = try await answered()
        let backup = try await StoreBackup.make(
            of: store, in: world.folder.appendingPathComponent("backups").path, at: IntakeWorld.now)
        _ = await world.intake().submit(.erasure("a0", revision: 2, of: .firstAfter))
        await #expect(throws: StorageError.locked(by: "another genklang, such as `genklang serve`")) {
            try await StoreRestoration.restore(backup.path, to: world.path, as: SQLiteDriver.self, owner: "restore")
        }
        #expect(try await StoreCheck.check(store).tombstones == 1)
        try await store.close()
        let restoration = try await StoreRestoration.restore(
            backup.path, to: world.path, as: SQLiteDriver.self, owner: "restore")
        #expect(restoration.pendingSteps.isEmpty)
        let replaced = try #require(restoration.replaced)
        #expect(try await StoreBackup.read(replaced, as: SQLiteDriver.self).check.tombstones == 1)
        let reopened = try await SQLiteDriver.open(path: world.path, owner: "tests")
        let check = try await StoreCheck.check(reopened)
        #expect(check.isSound)
        #expect(check.tombstones == 0)
        try await reopened.close()
    }

    @Test("A8: a backup of a newer genklang or a damaged one is refused, and the store stays")
    func refusedRestore() async throws {
        let (world, store) = try await answered()
        let folder = world.folder.appendingPathComponent("backups").path
        let damages = [
            ("INSERT INTO schema_migrations (name, digest, applied_at) VALUES ('9999-later', '', 0)", "newer"),
            ("UPDATE paired_tables SET cells = x'0100'", "unsound"),
        ]
        for (sql, name) in damages {
            let path = folder + "/\(name).sqlite"
            _ = try await StoreBackup.make(of: store, in: folder, at: IntakeWorld.now)
            try await store.copy(to: path)
            let other = try await SQLiteDriver.open(path: path, owner: "tests")
            try await other.write { try $0.execute(sql, []) }
            try await other.close()
            await #expect(throws: (any Error).self) {
                try await StoreRestoration.restore(path, to: world.path, as: SQLiteDriver.self, owner: "restore")
            }
        }
        #expect(try await StoreCheck.check(store).isSound)
    }

    @Test("A8: what is not there or is no backup is refused by name, and nothing half is left beside the store")
    func noBackup() async throws {
        let (world, store) = try await answered()
        let folder = world.folder.appendingPathComponent("elsewhere")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let good = try await StoreBackup.make(of: store, in: folder.path, at: IntakeWorld.now)
        let journal = folder.appendingPathComponent("j.sqlite").path
        let nothing = folder.appendingPathComponent("empty.sqlite").path
        let torn = folder.appendingPathComponent("torn.sqlite").path
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: journal))
        try Data().write(to: URL(fileURLWithPath: nothing))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: good.path))
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: torn))
        let refused: [(String, StoreKeepingError)] = [
            (journal, .notABackup(journal)), (nothing, .notABackup(nothing)), (folder.path, .notABackup(folder.path)),
            (journal + "x", .notThere(journal + "x")), (torn, .unsound(torn)),
        ]
        for (path, error) in refused {
            await #expect(throws: error) {
                try await StoreRestoration.restore(path, to: world.path, as: SQLiteDriver.self, owner: "restore")
            }
            #expect(error.words.swedish.contains(path) && error.words.english.contains(path))
        }
        // The store is open, so this one is refused after its copy was made.
        await #expect(throws: StorageError.self) {
            try await StoreRestoration.restore(good.path, to: world.path, as: SQLiteDriver.self, owner: "restore")
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: world.folder.path)
        #expect(!left.contains { $0.hasSuffix(".part") }, "\(left)")
        #expect(try await StoreCheck.check(store).isSound)
        try await store.close()
    }

    @Test("A8: a backup is restored where no store was, its folder made")
    func restoreAnew() async throws {
        let (world, store) = try await answered()
        let backup = try await StoreBackup.make(
            of: store, in: world.folder.appendingPathComponent("backups").path, at: IntakeWorld.now)
        let place = world.folder.appendingPathComponent("new/var/genklang.sqlite").path
        let restored = try await StoreRestoration.restore(
            backup.path, to: place, as: SQLiteDriver.self, owner: "restore")
        #expect(restored.replaced == nil)
        #expect(try await StoreBackup.read(place, as: SQLiteDriver.self).check.responses == 8)
        try await store.close()
    }

    @Test("A8: an older store is copied before its step, and the copy has what the store had")
    func migrateOlder() async throws {
        let (world, store) = try await answered()
        let folder = world.folder.appendingPathComponent("backups").path
        let second = Migration("0002-second") { _ in ["DELETE FROM responses", "CREATE TABLE later (id TEXT)"] }
        let migration = try await StoreMigration.migrate(
            store, backups: folder, at: IntakeWorld.now, known: Migration.all + [second])
        #expect(migration.steps.map(\.name) == ["0002-second"])
        let backup = try #require(migration.steps.first?.backup)
        #expect(backup.path.hasSuffix("-before-0002-second.sqlite"))
        #expect(try await StoreBackup.read(backup.path, as: SQLiteDriver.self).check.responses == 8)
        await #expect(throws: StorageError.newerSchema(found: "0002-second", known: Migration.all.last?.name ?? "")) {
            try await StoreMigration.migrate(store, backups: folder, at: IntakeWorld.now)
        }
        try await store.close()
    }

    @Test("A8: a new store is migrated without a backup, a current one is left alone, a newer one refused")
    func migrate() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("genklang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try await SQLiteDriver.open(path: folder.appendingPathComponent("g.sqlite").path, owner: "tests")
        let first = try await StoreMigration.migrate(store, backups: folder.path + "/b", at: IntakeWorld.now)
        #expect(first.steps.map(\.name) == Migration.all.map(\.name))
        #expect(first.steps.allSatisfy { $0.backup == nil })
        #expect(try await StoreMigration.migrate(store, backups: folder.path + "/b", at: IntakeWorld.now).steps.isEmpty)
        try await store.write { writer in
            try writer.execute("INSERT INTO schema_migrations (name, digest, applied_at) VALUES ('9999', '', 0)", [])
        }
        await #expect(throws: StorageError.newerSchema(found: "9999", known: Migration.all.last?.name ?? "")) {
            try await StoreMigration.migrate(store, backups: folder.path + "/b", at: IntakeWorld.now)
        }
        try await store.close()
    }

    @Test("drafts become partial when their survey has closed, once")
    func drafts() async throws {
        let world = try await IntakeWorld.make()
        let intake = world.intake()
        _ = await intake.submit(.sample("r1", state: .draft, p1: .number(1)))
        _ = await intake.submit(.sample("r2", of: 1, state: .draft, p1: .number(3), minute: 1))
        _ = await intake.submit(.sample("r3", of: 1, p1: .number(2)))
        let early = IntakeWorld.now.adding(days: 7)
        #expect(try await DraftClosing.close(world.store, at: early) == DraftClosing.Outcome())
        #expect(try await world.nation("P1") == ["2→-": 1])
        let late = early.adding(seconds: 31 * 60)
        #expect(try await DraftClosing.close(world.store, at: late).closed == [.firstBefore: 2])
        #expect(try await DraftClosing.close(world.store, at: late) == DraftClosing.Outcome())
        // The draft of the second person is later than what they had sent, which was whole and so still counts.
        #expect(try await world.nation("P1") == ["1→-": 1, "2→-": 1])
        #expect(try await StoreCheck.check(world.store).isSound)
    }

    @Test("as a service the closing of drafts goes on until the shutdown")
    func draftService() async throws {
        let world = try await IntakeWorld.make()
        _ = await world.intake().submit(.sample("r1", state: .draft))
        let late = FixedTime(IntakeWorld.now.adding(days: 8))
        let group = ServiceGroup(
            services: [DraftClosing(store: world.store, time: late, every: .milliseconds(1))],
            logger: Logger(label: "tests"))
        let running = Task { try await group.run() }
        while try await world.nation("P1").isEmpty { await Task.yield() }
        await group.triggerGracefulShutdown()
        try await running.value
        #expect(try await world.nation("P1") == ["2→-": 1])
    }

    @Test("a pairing that comes after the answers counts them; one that changes counts them anew")
    func latePairing() async throws {
        let world = try await IntakeWorld.make(waves: [.before])
        _ = await world.intake().submit(.sample("r1", p1: .number(1)))
        #expect(try await world.tables().isEmpty)
        try await world.store.write { writer in
            try world.putSurveys([.after, .threeMonths], of: IntakeWorld.conferences[0], in: writer)
        }
        #expect(try await world.nation("P1") == ["1→-": 1])
        #expect(try await world.nation("P1", .beforeThreeMonths) == ["1→-": 1])
        #expect(try await StoreCheck.check(world.store).isSound)
        _ = await world.intake().submit(.sample("r2", to: .firstAfter, p1: .number(3)))
        #expect(try await world.nation("P1") == ["1→3": 1])
    }
}
