import Chronology
import Foundation
import SourceText

/// A file for a spreadsheet that a user named; its suffix says which kind.
struct TableFile {
    private let file: OutputFile

    var isStandardOutput: Bool { file.isStandardOutput }

    init(_ path: String) {
        file = OutputFile(path)
    }

    /// Throws ``Failure`` for a suffix that names no kind of table.
    func check() throws {
        guard isStandardOutput || ["csv"].contains(suffix) else {
            throw Failure(
                "\(file.path): filen ska sluta på .csv.", "\(file.path): the file's name must end with .csv.")
        }
    }

    func write(title: String, headings: [String], rows: [[String]], at now: Timestamp) throws {
        try file.write(DelimitedText.spreadsheet([headings] + rows))
    }

    private var suffix: String { URL(filePath: file.path).pathExtension.lowercased() }
}
