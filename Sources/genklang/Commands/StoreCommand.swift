import ArgumentParser
import Chronology
import Foundation
import Operations
import SQLiteStorage
import Storage

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: say("Lagret: kontroll, säkerhetskopia, återställning.", "The store: check, backup, restore."),
        discussion: say(
            """
            Exempel:
              genklang store check
              genklang store backup
              genklang store restore kopia.sqlite
              genklang store migrate
            """,
            """
            Examples:
              genklang store check
              genklang store backup
              genklang store restore copy.sqlite
              genklang store migrate
            """
        ),
        subcommands: [
            StoreCheckCommand.self, StoreBackupCommand.self, StoreRestoreCommand.self, StoreMigrateCommand.self,
        ]
    )

    @OptionGroup var language: LanguageOptions
}

struct StoreCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: say(
            "Kontrollera filen, och räkna om varje tabell från svaren.",
            "Check the file, and recount every table from the answers."),
        discussion: say("Exempel:\n  genklang store check", "Example:\n  genklang store check")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = WorkspaceFolder(root: common.workspace)
        try await withStore(folder, as: "store check") { store in
            let check = try await StoreCheck.check(store)
            if common.json {
                try printJSON(StoreCheckRow(check))
            } else {
                check.show()
            }
            if !check.isSound { throw ExitCode.failure }
        }
    }
}

struct StoreBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: say(
            "Gör en kontrollerad säkerhetskopia medan noden kör.", "Make a checked backup while the node runs."),
        discussion: say(
            "Nycklarna i var/keys följer inte med; spara dem för sig.\nExempel:\n  genklang store backup",
            "The keys in var/keys are not in it; keep them apart.\nExample:\n  genklang store backup")
    )

    @OptionGroup var common: CommonOptions

    @Option(
        name: .customLong("folder"),
        help: ArgumentHelp(say("Mapp för kopian. Annars var/backups.", "Folder for the copy. Otherwise var/backups.")))
    var target: String?

    func run() async throws {
        let folder = WorkspaceFolder(root: common.workspace)
        try await withStore(folder, as: "store backup") { store in
            let backup = try await StoreBackup.make(
                of: store, in: target ?? folder.backupFolder, at: SystemTime().now())
            if common.json { return try printJSON(StoreBackupRow(backup)) }
            Terminal.line(
                say(
                    "\(backup.path): \(backup.sizeInBytes) byte, kontrollerad.",
                    "\(backup.path): \(backup.sizeInBytes) bytes, checked."))
            backup.check.show()
        }
    }
}

struct StoreRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: say("Återställ en säkerhetskopia.", "Restore a backup."),
        discussion: say(
            "Avsluta noden först. Det nuvarande lagret läggs åt sidan.\nExempel:\n  genklang store restore kopia.sqlite",
            "End the node first. The present store is set aside.\nExample:\n  genklang store restore copy.sqlite")
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp(say("Säkerhetskopian.", "The backup.")))
    var file: String

    func run() async throws {
        let folder = WorkspaceFolder(root: common.workspace)
        let restored = try await StoreRestoration.restore(
            file, to: folder.storePath, as: SQLiteDriver.self, owner: "genklang store restore")
        if common.json { return try printJSON(StoreRestorationRow(restored)) }
        Terminal.line(say("Återställd från \(file).", "Restored from \(file)."))
        if let replaced = restored.replaced {
            Terminal.line(say("Det förra lagret ligger i \(replaced).", "The former store is in \(replaced)."))
        }
        restored.backup.check.show()
    }
}

struct StoreMigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: say(
            "Uppdatera lagrets schema, med en säkerhetskopia före varje steg.",
            "Bring the store's schema up to date, with a backup before each step."),
        discussion: say("Exempel:\n  genklang store migrate", "Example:\n  genklang store migrate")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = WorkspaceFolder(root: common.workspace)
        try await withStore(folder, as: "store migrate") { store in
            let migration = try await StoreMigration.migrate(
                store, backups: folder.backupFolder, at: SystemTime().now())
            if common.json { return try printJSON(migration.steps.map(StoreMigrationRow.init)) }
            for step in migration.steps { Terminal.line("\(step.name)  \(step.backup?.path ?? "")") }
            if migration.steps.isEmpty {
                Terminal.line(say("Schemat är aktuellt.", "The schema is up to date."))
            }
        }
    }
}

/// Opens the store as it is, without bringing its schema up to date. The workspace's files are not read: a mistake in
/// them must not stand in the way of a backup.
private func withStore(
    _ folder: WorkspaceFolder, as command: String, _ work: (SQLiteDriver) async throws -> Void
) async throws {
    guard FileManager.default.fileExists(atPath: folder.storePath) else {
        throw Failure(
            "Det finns inget lager i \(folder.storePath). Det görs av det första kommandot som behöver det.",
            "There is no store in \(folder.storePath). The first command that needs it makes it.")
    }
    let store = try await SQLiteDriver.open(path: folder.storePath, owner: "genklang \(command)")
    do {
        try await work(store)
    } catch {
        try? await store.close()
        throw error
    }
    try await store.close()
}

extension StoreCheck {
    func show() {
        Terminal.line(
            say(
                "\(participants) deltagare, \(responses) svar varav \(countedResponses) räknas, \(tables) tabeller.",
                "\(participants) participants, \(responses) responses of which \(countedResponses) count, \(tables) tables."
            ))
        for damage in damages { Terminal.line(say("Skada: \(damage)", "Damage: \(damage)")) }
        for table in wrongTables {
            Terminal.line(
                say(
                    "Tabellen \(table.breakdown) stämmer inte med svaren.",
                    "The table \(table.breakdown) does not agree with the answers."))
        }
        if wronglyCounted > 0 {
            Terminal.line(say("\(wronglyCounted) svar räknas fel.", "\(wronglyCounted) responses are wrongly counted."))
        }
        if unreadable > 0 {
            Terminal.line(say("\(unreadable) svar kan inte läsas.", "\(unreadable) responses cannot be read."))
        }
        for step in pendingSteps { Terminal.line(say("Steg kvar i schemat: \(step)", "Schema step left: \(step)")) }
        if isEmpty { Terminal.line(say("Lagret är tomt.", "The store is empty.")) }
        Terminal.line(isSound ? "ok" : say("fel", "not ok"))
    }
}
