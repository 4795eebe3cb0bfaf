import Foundation
import Operations
import Participants

/// A file that is a list, with what it holds.
struct ReadList {
    var path: String
    var file: ImportedFile
    var outcome: ImportOutcome
    /// What was said before that its headings mean; `nil` where nothing was, or it is said anew.
    var remembered: [ImportField: String]?
}

/// Reads files as lists, with the headings that were named now or before.
struct ListReader: Sendable {
    let importer: ParticipantImport
    let remembered: RememberedHeadings

    func list(_ path: String) throws -> ReadList {
        let file = try file(path)
        let source = try file.source()
        let known = remembered.names(for: source)
        let outcome = try (known.map(importer.naming) ?? importer).outcome(of: source)
        return ReadList(path: path, file: file, outcome: outcome, remembered: known)
    }

    /// Opens a file and finds its header.
    func check(_ path: String) throws {
        try file(path).check { source in
            try (remembered.names(for: source).map(importer.naming) ?? importer).check(source)
        }
    }

    private func file(_ path: String) throws -> ImportedFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("filen kan inte läsas.", "the file cannot be read.")
        }
        return ImportedFile(name: URL(filePath: path).lastPathComponent, bytes: Array(data))
    }
}
