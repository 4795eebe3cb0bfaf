import Chronology
import Documents
import Foundation
import SourceText

/// A file for a spreadsheet that a user named; its suffix says which kind.
struct TableFile {
    private let file: OutputFile

    var isStandardOutput: Bool { file.isStandardOutput }

    init(_ path: String, _ overwriting: OverwritingOption) {
        file = OutputFile(path, overwriting)
    }

    /// Throws ``Failure`` for a suffix that names no kind of table, and for a file that is there.
    func check() throws {
        guard isStandardOutput || ["csv", "xlsx"].contains(suffix) else {
            throw Failure(
                "\(file.path): filen ska sluta på .csv eller .xlsx.",
                "\(file.path): the file's name must end with .csv or .xlsx.")
        }
        try file.check()
    }

    /// Writes a table of texts.
    ///
    /// - Parameter notices: lines above the headings, such as that the people are made up.
    func write(title: String, notices: [String] = [], headings: [String], rows: [[String]], at now: Timestamp) throws {
        guard !isStandardOutput, suffix == "xlsx" else {
            return try file.write(DelimitedText.spreadsheet(notices.map { [$0] } + [headings] + rows))
        }
        try file.check()
        let sheet = Spreadsheet.Sheet(
            name: Self.sheetName(title), notices: notices, header: headings,
            rows: rows.map { row in row.map { $0.isEmpty ? .empty : .text($0) } })
        do {
            try Spreadsheet(title: title, created: now, sheets: [sheet]).write(to: file.path)
        } catch {
            throw Failure(error.words)
        }
    }

    private var suffix: String { URL(filePath: file.path).pathExtension.lowercased() }

    /// As much of a title as a sheet's name may hold.
    private static func sheetName(_ title: String) -> String {
        let name = title.unicodeScalars.map { "[]:*?/\\'".unicodeScalars.contains($0) ? " " : String($0) }.joined()
        let short = String(name.prefix(25)).trimmingCharacters(in: .whitespaces)
        return short.isEmpty || short.utf16.count > 31 ? say("Lista", "List") : short
    }
}
