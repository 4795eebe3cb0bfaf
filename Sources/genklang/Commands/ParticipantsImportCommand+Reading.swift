import Foundation
import Operations
import Participants
import Registers
import SQLiteStorage
import Storage
import Wording

extension ParticipantsImportCommand {
    /// What the conference's board has said of its lists' headings before; for a dry run without a conference, what
    /// all boards that know a source say of it. Nothing where headings are named anew and where there is no store.
    ///
    /// The store is read and not brought up to date. A dry run needs none: where it cannot be read, that is told.
    func remembered(_ workspace: Workspace) async throws -> RememberedHeadings {
        guard column.isEmpty, FileManager.default.fileExists(atPath: workspace.storePath) else { return .none }
        let scope = try conference.map { Scope.board(try workspace.stated(ConferenceID($0)).board) } ?? .node
        do {
            return try await Self.withStore(workspace) { store in
                let dialect = store.dialect
                return try await store.read { reader in
                    try HeadingAnswerRecords.areKept(in: reader, dialect: dialect)
                        ? RememberedHeadings(of: scope, in: reader) : .none
                }
            }
        } catch {
            guard dryRun else { throw error }
            let words = Failure.words(of: error)
            Terminal.note(
                say(
                    "Rubriker som du har namngett förut används inte, för lagret kan inte läsas: \(words.swedish)",
                    "Headings that you named before are not used, since the store cannot be read: \(words.english)"))
            return .none
        }
    }

    /// Works with a store that is there, and leaves its schema as it is.
    static func withStore<Result>(
        _ workspace: Workspace, _ body: (SQLiteDriver) async throws -> Result
    ) async throws -> Result {
        let store = try await SQLiteDriver.open(path: workspace.storePath, owner: "genklang participants import")
        do {
            let result = try await body(store)
            try await store.close()
            return result
        } catch {
            try? await store.close()
            throw error
        }
    }

    /// Reads every file before anything is done, and says of each what is wrong with it.
    func read(_ reader: ListReader) throws -> [ReadList] {
        try each(reader.list)
    }

    /// Looks whether every file is a list, before any is imported.
    func check(_ reader: ListReader) throws {
        _ = try each(reader.check)
    }

    private func each<Result>(_ work: (String) throws -> Result) throws -> [Result] {
        var results: [Result] = []
        var faults: [String] = []
        for path in files {
            do {
                results.append(try work(path))
            } catch {
                faults.append("\(path): \(Failure.words(of: error)[InterfaceLanguage.current])\(advice(on: error))")
            }
        }
        guard faults.isEmpty else {
            let list = faults.joined(separator: "\n")
            throw Failure("\(list)\nIngen fil lästes in.", "\(list)\nNo file was imported.")
        }
        return results
    }

    var names: [ImportField: String] {
        Dictionary(column.map { ($0.field, $0.heading) }) { first, _ in first }
    }

    private func advice(on error: any Error) -> String {
        guard case ImportFailure.noHeader(_, _, let candidate) = error else { return "" }
        guard let candidate else {
            return say(
                " Eller namnge listans egna rubriker, till exempel --column email=Kontakt.",
                " Or name the list's own headings, for example --column email=Contact.")
        }
        let options = ColumnName.options(candidate.guesses)
        return say(
            "\nSäg vad de betyder, troligen:\n  \(options)\nFälten är \(ColumnName.fields). "
                + "När listan är inläst används svaret för nästa fil med samma rubriker.",
            "\nSay what they mean, probably:\n  \(options)\nThe fields are \(ColumnName.fields). "
                + "When the list is imported, the answer is used for the next file with the same headings.")
    }
}
