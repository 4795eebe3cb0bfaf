import ArgumentParser
import Chronology
import Operations
import Registers
import SQLiteStorage
import Storage
import Wording

/// An import of the store, to people and to programs.
struct StoredImport: Encodable {
    var id: String
    var conference: String?
    var file: String
    /// SHA-256 of the file.
    var digest: String
    /// Day and time in UTC.
    var importedAt: String
    /// Day and time in UTC; `nil` while the import stands.
    var undoneAt: String?
    var records: Int
    var kept: Int
    var merged: Int
    var rejected: Int
    var skipped: Int

    init(_ record: ImportRecord) {
        id = record.id.rawValue
        conference = record.conference?.rawValue
        file = record.fileName
        digest = record.digest
        importedAt = "\(record.importedAt)"
        undoneAt = record.undoneAt.map { "\($0)" }
        records = record.records
        kept = record.kept
        merged = record.merged
        rejected = record.rejected
        skipped = record.skipped
    }

    /// For people, with times in Sweden.
    static func line(of record: ImportRecord) -> String {
        let format = LocalizedFormat(InterfaceLanguage.current)
        let counts = [
            say("behållna", "kept") + " \(record.kept)", say("sammanslagna", "merged") + " \(record.merged)",
            say("avvisade", "rejected") + " \(record.rejected)", say("överhoppade", "skipped") + " \(record.skipped)",
        ].joined(separator: ", ")
        let undone = record.undoneAt.map { time in
            let words = format.dateAndTime(time)
            return say("  ångrad \(words)", "  undone \(words)")
        }
        return [
            record.id.rawValue, record.conference?.rawValue ?? "-", format.dateAndTime(record.importedAt),
            record.fileName, counts + (undone ?? ""),
        ].joined(separator: "  ")
    }
}

/// Which import a command is about.
struct ImportArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            say(
                "Inläsningens id, eller så mycket av det att det är ensamt.",
                "The import's id, or as much of it as is its alone."), valueName: "import"))
    var id: String

    /// Throws ``Failure`` where none or several begin so.
    func found(in node: OpenNode) async throws -> ImportRecord {
        let known = try await node.store.read { try ImportRecords.list(.node, in: $0) }
        let found = known.filter { $0.id.rawValue == id || $0.id.rawValue.hasPrefix(id) }
        if let whole = found.first(where: { $0.id.rawValue == id }) { return whole }
        guard let record = found.first else {
            throw Failure(
                "Det finns ingen inläsning \(id). Se genklang participants imports.",
                "There is no import \(id). See genklang participants imports.")
        }
        guard found.count == 1, !id.isEmpty else {
            throw Failure(
                "\(found.count) inläsningar börjar på \(id). Skriv mer av id:t.",
                "\(found.count) imports begin with \(id). Write more of the id.")
        }
        return record
    }
}
