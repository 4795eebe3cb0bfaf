import ArgumentParser
import SQLiteStorage
import Storage

struct ParticipantsImportsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imports",
        abstract: say("Visa vilka filer som lästs in, den senaste först.", "Show the imported files, newest first."),
        discussion: say(
            "Id, konferens, tid, fil och antal.\nExempel:\n  genklang participants imports",
            "Id, conference, time, file and counts.\nExample:\n  genklang participants imports")
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await OpenNode.with(common, as: "participants imports") { node in
            let imports = try await node.store.read { try ImportRecords.list(.node, in: $0) }
            if common.json { return try printJSON(imports.map(StoredImport.init)) }
            for one in imports { Terminal.line(StoredImport.line(of: one)) }
            if imports.isEmpty { Terminal.line(say("Ingen fil är inläst.", "No file has been imported.")) }
        }
    }
}
