import Operations
import Storage

/// What the store commands tell programs.
struct StoreCheckRow: Encodable {
    var isSound: Bool
    var damages: [String]
    var wrongTables: [String]
    var wronglyCounted: Int
    var unreadable: Int
    var pendingSteps: [String]
    var participants: Int
    var responses: Int
    var countedResponses: Int
    var tables: Int

    init(_ check: StoreCheck) {
        isSound = check.isSound
        damages = check.damages
        wrongTables = check.wrongTables.map { "\($0.layout) \($0.breakdown)" }
        wronglyCounted = check.wronglyCounted
        unreadable = check.unreadable
        pendingSteps = check.pendingSteps
        participants = check.participants
        responses = check.responses
        countedResponses = check.countedResponses
        tables = check.tables
    }
}

struct StoreBackupRow: Encodable {
    var path: String
    var sizeInBytes: Int
    var check: StoreCheckRow

    init(_ backup: StoreBackup) {
        path = backup.path
        sizeInBytes = backup.sizeInBytes
        check = StoreCheckRow(backup.check)
    }
}

struct StoreRestorationRow: Encodable {
    var backup: StoreBackupRow
    /// Where the store that was there before now lies.
    var replaced: String?

    init(_ restoration: StoreRestoration) {
        backup = StoreBackupRow(restoration.backup)
        replaced = restoration.replaced
    }
}

struct StoreMigrationRow: Encodable {
    var step: String
    var backup: StoreBackupRow?

    init(_ step: StoreMigration.Step) {
        self.step = step.name
        backup = step.backup.map(StoreBackupRow.init)
    }
}
